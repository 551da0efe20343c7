import { expect } from 'chai';
import { composeLinks, type LinkParts } from '../../bot/compose-links.ts';
import { ConfigError } from '../../bot/config.ts';
import { openPayReference } from '../../channels/pay/pay-reference.ts';
import { ENGINES, type OpenEngine } from '../contract/engines.ts';

const NOW = Date.parse('2026-11-24T02:00:00Z');
const KEY = Buffer.alloc(32, 5).toString('base64url');
const OWN = { url: 'https://pay.example.com/electricity/{reference}', minutes: 15 };
const DEMO = { url: '/demo/pay?reference={reference}', minutes: 15 };
const ORDER = { accountNumber: '0319000012345678', amountFen: 100 };

describe('links to the pay page', () => {
  let open: OpenEngine;

  before(async () => {
    const opened = await ENGINES[0]?.open();
    if (!opened) throw new Error('the embedded database opens');
    open = opened;
  });
  after(() => open.close());

  const compose = (payLink: typeof OWN | null, more: Partial<LinkParts> = {}) =>
    composeLinks({
      ...{ database: open.database, profile: { demo: true, payLink, documents: { linkMinutes: 30 } } },
      ...{ payKey: undefined, local: true, baseUrl: () => 'https://help.example.com', now: () => NOW },
      ...{ newId: () => 'id', newSecret: () => KEY },
      ...more,
    });

  it('lead to the utility’s own page, under the key that it shares', async () => {
    const { links, payKeys } = compose(OWN, { payKey: KEY });
    const link = await links.pay?.link(ORDER);
    expect(link?.expiresAt).to.equal(NOW + 15 * 60_000);
    const reference = link?.url.slice('https://pay.example.com/electricity/'.length) ?? '';
    expect(await openPayReference(await payKeys(), reference, NOW)).to.deep.include({ kind: 'order' });
  });

  it('stop the start where the page has no key to share, in one line that names the setting', () => {
    expect(() => compose(OWN)).to.throw(ConfigError, 'PAY_LINK_KEY');
  });

  it('lead to the demo’s page on this machine only, by a key of its own', async () => {
    const { links } = compose(DEMO);
    expect((await links.pay?.link(ORDER))?.url).to.match(/^https:\/\/help\.example\.com\/demo\/pay\?reference=./);
    expect(compose(DEMO, { local: false }).links.pay).to.equal(null);
  });

  it('are none where the profile has no page', async () => {
    const { links, payKeys } = compose(null);
    expect(links.pay).to.equal(null);
    expect(await payKeys()).to.deep.equal([]);
  });
});
