import { expect } from 'chai';
import fc from 'fast-check';
import type { Tariff } from '../../../domain/billing/tariff.ts';
import { tiersAhead, type UsedMonth, usageAdvice } from '../../../domain/billing/usage-advice.ts';

const tiered: Tariff = {
  basePrice: '0.62',
  tiers: {
    seasons: [
      { months: [5, 6, 7, 8, 9, 10], limits: [260, 600] },
      { months: [1, 2, 3, 4, 11, 12], limits: [200, 400] },
    ],
    surcharges: ['0', '0.05', '0.30'],
  },
};
const march: UsedMonth = { period: '2026-03', days: 31, kwh: 155 };
const july: UsedMonth = { period: '2026-07', days: 31, kwh: 465 };
const october: UsedMonth = { period: '2026-10', days: 31, kwh: 310 };

describe('advice from the customer’s own usage', () => {
  it('tells base load, season and what a kWh a day less saves (worked out by hand)', () => {
    // Base 5 a day. July: 260 x 0.62 + 205 x 0.67 = 298.55, its base 155 x 0.62 = 96.10. October: 194.70, 96.10.
    // Beyond the base 310 + 155 kWh, 202.45 + 98.60. Thirty days of 10: 188.00; of 9: 260 x 0.62 + 10 x 0.67 = 167.90.
    expect(usageAdvice([march, july, october], tiered)).to.deep.equal({
      base: { period: '2026-03', dailyTenths: 50 },
      top: { period: '2026-07', dailyTenths: 150 },
      season: { kwh: 465, costFen: 30_105 },
      savingFen: 2010,
    });
  });

  it('looks at the last twelve months alone, and says nothing without any', () => {
    const old = { period: '2025-01', days: 31, kwh: 1 };
    const year = Array.from({ length: 12 }, (_, at) => ({
      ...march,
      period: `2026-${String(at + 1).padStart(2, '0')}`,
    }));
    expect(usageAdvice([old, ...year], tiered)?.base.dailyTenths).to.equal(50);
    expect(usageAdvice([], tiered)).to.equal(null);
  });

  it('never finds less than nothing beyond the base load', () => {
    const month = fc.record({ days: fc.integer({ min: 28, max: 31 }), kwh: fc.integer({ min: 0, max: 900 }) });
    fc.assert(
      fc.property(fc.array(month, { minLength: 1, maxLength: 12 }), (drawn) => {
        const months = drawn.map((one, at) => ({ ...one, period: `2026-${String(at + 1).padStart(2, '0')}` }));
        const advice = usageAdvice(months, tiered);
        expect(advice?.season.kwh).to.be.at.least(0);
        expect(advice?.season.costFen).to.be.at.least(0);
        expect(advice?.savingFen).to.be.within(0, 30 * 92);
        expect(advice?.base.dailyTenths).to.be.at.most(advice?.top.dailyTenths ?? 0);
      }),
    );
  });
});

describe('tiers ahead', () => {
  const november = { period: '2026-11', days: 30 };

  it('begin on the day that takes the first kWh beyond the border (worked out by hand)', () => {
    // 10 a day: 200 after 20 days, so the second tier on the 21st; 400 would need 40 days.
    expect(tiersAhead(tiered, november, october)).to.deep.equal([{ tier: 2, date: '2026-11-21' }]);
    // 15 a day: 200 in 13.3 days, 400 in 26.7.
    expect(tiersAhead(tiered, november, july)).to.deep.equal([
      { tier: 2, date: '2026-11-14' },
      { tier: 3, date: '2026-11-27' },
    ]);
  });

  it('are not there where the month does not reach them, nothing is used, or there are none', () => {
    expect(tiersAhead(tiered, november, march)).to.deep.equal([]);
    expect(tiersAhead(tiered, november, { ...march, kwh: 0 })).to.deep.equal([]);
    expect(tiersAhead({ basePrice: '0.62' }, november, july)).to.deep.equal([]);
  });

  it('begin within the month, in their order, and later where less is used', () => {
    const kwh = fc.integer({ min: 1, max: 3000 });
    fc.assert(
      fc.property(kwh, kwh, (one, two) => {
        const [less, more] = [Math.min(one, two), Math.max(one, two)].map((used) =>
          tiersAhead(tiered, november, { period: '2026-10', days: 31, kwh: used }),
        );
        for (const { date } of more ?? []) expect(date >= '2026-11-01' && date <= '2026-11-30').to.equal(true);
        for (const { tier, date } of less ?? []) {
          expect(more?.find((begins) => begins.tier === tier)?.date ?? '9999').to.satisfy((at: string) => at <= date);
        }
      }),
    );
  });
});
