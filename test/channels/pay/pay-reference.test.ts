import { expect } from 'chai';
import fc from 'fast-check';
import { openPayReference, payKeyOf, sealPayReference } from '../../../channels/pay/pay-reference.ts';

const KEY = payKeyOf(Buffer.alloc(32, 7).toString('base64url'));
const OTHER = payKeyOf(Buffer.alloc(32, 8).toString('base64url'));
const NOW = Date.parse('2026-11-24T02:00:00Z');
const ORDER = { id: 'r-1', accountNumber: '0319000012345678', amountFen: 27_041, expiresAt: NOW + 900_000 };

describe('a reference for the pay page', () => {
  it('says whose account, how much and until when to whoever has the key', async () => {
    const reference = await sealPayReference(KEY, ORDER, NOW);
    expect(await openPayReference([OTHER, KEY], reference, NOW)).to.deep.equal({ kind: 'order', order: ORDER });
  });

  it('says nothing to anybody else: neither account nor amount stands in it', async () => {
    const reference = await sealPayReference(KEY, ORDER, NOW);
    const parts = reference.split('.').map((part) => Buffer.from(part, 'base64url').toString('latin1'));
    for (const text of [reference, ...parts]) expect(text).to.not.match(/0319000012345678|27041|5678/);
    expect(await openPayReference([OTHER], reference, NOW)).to.deep.equal({ kind: 'invalid' });
  });

  it('is over when it says so', async () => {
    const reference = await sealPayReference(KEY, ORDER, NOW);
    expect((await openPayReference([KEY], reference, ORDER.expiresAt - 1000)).kind).to.equal('order');
    expect(await openPayReference([KEY], reference, ORDER.expiresAt)).to.deep.equal({ kind: 'expired' });
  });

  it('is worth nothing once a single character is changed', async () => {
    const reference = await sealPayReference(KEY, ORDER, NOW);
    const bytes = reference.split('.');
    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(0, 2, 3, 4),
        fc.nat(1000),
        fc.constantFrom(...'ABCxyz019'),
        async (part, place, sign) => {
          const text = bytes[part] ?? '';
          // The last character of a part may hold bits that stand for nothing.
          const at = place % (text.length - 1);
          fc.pre(text[at] !== sign);
          const spoilt = bytes.with(part, text.slice(0, at) + sign + text.slice(at + 1)).join('.');
          expect(await openPayReference([KEY], spoilt, NOW)).to.deep.equal({ kind: 'invalid' });
        },
      ),
      { numRuns: 60 },
    );
    for (const text of ['', '....', 'x'.repeat(5000)]) {
      expect(await openPayReference([KEY], text, NOW)).to.deep.equal({ kind: 'invalid' });
    }
  });
});
