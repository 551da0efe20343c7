import { expect } from 'chai';
import fc from 'fast-check';
import { judgeCreditCode } from '../../../domain/invoices/unified-credit-code.ts';

/** The standard's own example. */
const EXAMPLE = '91350100M000100Y43';

describe('a unified social credit code', () => {
  it('is right by the standard’s example', () => {
    expect(judgeCreditCode(EXAMPLE)).to.deep.equal({ kind: 'valid', code: EXAMPLE });
  });

  it('is read however it is spaced and written', () => {
    for (const said of ['91350100 m000100y43', '9135-0100-M000-100Y-43', '９１３５０１００Ｍ０００１００Ｙ４３']) {
      expect(judgeCreditCode(said), said).to.deep.equal({ kind: 'valid', code: EXAMPLE });
    }
  });

  it('says what is wrong with it', () => {
    expect(judgeCreditCode('91350100M000100Y4')).to.deep.equal({ kind: 'length', length: 17 });
    expect(judgeCreditCode('')).to.deep.equal({ kind: 'length', length: 0 });
    expect(judgeCreditCode('91350100M000100O43')).to.deep.equal({ kind: 'sign', sign: 'O' });
    expect(judgeCreditCode('91350100M000100Y44')).to.deep.equal({ kind: 'check' });
  });

  it('finds every single sign mistyped, and every two neighbours swapped', () => {
    const signs = Array.from('0123456789ABCDEFGHJKLMNPQRTUWXY');
    fc.assert(
      fc.property(fc.nat(17), fc.constantFrom(...signs), (at, sign) => {
        fc.pre(EXAMPLE[at] !== sign);
        expect(judgeCreditCode(EXAMPLE.slice(0, at) + sign + EXAMPLE.slice(at + 1)).kind).to.equal('check');
      }),
    );
    for (let at = 0; at < 16; at += 1) {
      const swapped = `${EXAMPLE.slice(0, at)}${EXAMPLE[at + 1]}${EXAMPLE[at]}${EXAMPLE.slice(at + 2)}`;
      if (swapped !== EXAMPLE) expect(judgeCreditCode(swapped).kind, swapped).to.equal('check');
    }
  });
});
