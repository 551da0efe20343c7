import { readFileSync } from 'node:fs';
import { expect } from 'chai';
import { mountDemoPayPage } from '../../../channels/pay/demo-pay-page.ts';
import { payKeyOf, sealPayReference } from '../../../channels/pay/pay-reference.ts';
import { loadProfile } from '../../../data/profile/profile-schema.ts';
import { type SmallServer, startSmallServer } from '../support/small-server.ts';

const KEY = payKeyOf(Buffer.alloc(32, 7).toString('base64url'));
const NOW = Date.parse('2026-11-24T02:00:00Z');
const ORDER = { id: 'r-1', accountNumber: '0319000012345678', amountFen: 27_041, expiresAt: NOW + 900_000 };
const profile = loadProfile(
  JSON.parse(readFileSync(new URL('../../../data/profile/demo.json', import.meta.url), 'utf8')),
);

describe('the demo’s pay page', () => {
  let small: SmallServer;
  const clock = { now: NOW };

  before(async () => {
    small = await startSmallServer((server) =>
      mountDemoPayPage(server, { keys: async () => [KEY], profile, now: () => clock.now, newNonce: () => 'nonce' }),
    );
  });

  after(() => small.server.close());

  async function open(reference: string): Promise<{ status: number; text: string }> {
    const answer = await fetch(`${small.base}/demo/pay?reference=${encodeURIComponent(reference)}`);
    return { status: answer.status, text: await answer.text() };
  }

  it('shows amount and expiry in both languages, says that it is a demonstration, and has nothing to fill in', async () => {
    const { status, text } = await open(await sealPayReference(KEY, ORDER, NOW));
    expect(status).to.equal(200);
    expect(text)
      .to.include('270.41 元')
      .and.to.include('¥270.41')
      .and.to.include('11-24 10:15')
      .and.to.include('03…5678');
    expect(text).to.include('不会收钱').and.to.include('takes no money');
    expect(text).to.not.match(/<form|<input|<script|0319000012345678/);
  });

  it('tells a reference that is over from one that is none, and no more', async () => {
    const reference = await sealPayReference(KEY, ORDER, NOW);
    clock.now = ORDER.expiresAt + 1;
    const over = await open(reference);
    clock.now = NOW;
    expect(over.status).to.equal(404);
    expect(over.text).to.include('缴费链接已过期').and.not.to.include('270.41');
    for (const bad of ['', 'x.y.z', `${reference.slice(0, -5)}AAAAA`, '<script>alert(1)</script>']) {
      const { status, text } = await open(bad);
      expect(status, bad).to.equal(404);
      expect(text).to.include('缴费链接无效').and.not.to.include('<script');
    }
  });
});
