import { expect } from 'chai';
import { campaignsOn } from '../../../domain/billing/campaigns.ts';
import type { Campaign } from '../../../domain/utility-profile.ts';

const both = { zh: '', en: '' };
const campaign = (
  id: string,
  given: Partial<Campaign> & { tariffs?: Campaign['eligibility']['tariffs']; paidUp?: boolean },
): Campaign => ({
  id,
  name: both,
  what: both,
  from: given.from ?? '2026-11-01',
  until: given.until ?? '2026-11-30',
  eligibility: { tariffs: given.tariffs ?? ['residential_tiered'], paidUp: given.paidUp ?? false, words: both },
});
const homes = campaign('homes', {});
const shops = campaign('shops', { tariffs: ['commercial'] });
const punctual = campaign('punctual', { paidUp: true, until: '2026-11-24' });
const ahead = campaign('ahead', { from: '2026-12-01', until: '2026-12-31' });
const over = campaign('over', { until: '2026-11-23' });
const all = [ahead, shops, over, homes, punctual];
const idsOn = (date: string, customer: Parameters<typeof campaignsOn>[2]) =>
  campaignsOn(date, all, customer).map(({ campaign: { id }, fit, running }) => [id, fit, running]);

describe('campaigns', () => {
  it('are told while they run, their last day included, and before; not after', () => {
    expect(idsOn('2026-11-24', null).map(([id]) => id)).to.deep.equal(['punctual', 'shops', 'homes', 'ahead']);
    expect(idsOn('2026-11-25', null).map(([id]) => id)).to.deep.equal(['shops', 'homes', 'ahead']);
  });

  it('that fit come first, and running ones before those ahead', () => {
    expect(idsOn('2026-11-24', { tariff: 'residential_tiered', owesOverdue: false })).to.deep.equal([
      ['punctual', 'eligible', true],
      ['homes', 'eligible', true],
      ['ahead', 'eligible', false],
      ['shops', 'not_eligible', true],
    ]);
  });

  it('for those who have paid are not for those who have not', () => {
    const fits = new Map(
      idsOn('2026-11-24', { tariff: 'residential_tiered', owesOverdue: true }).map(([id, fit]) => [id, fit]),
    );
    expect(fits.get('punctual')).to.equal('not_eligible');
    expect(fits.get('homes')).to.equal('eligible');
  });

  it('are for nobody in particular where nobody is known', () => {
    expect(idsOn('2026-11-24', null).every(([, fit]) => fit === 'unknown')).to.equal(true);
  });
});
