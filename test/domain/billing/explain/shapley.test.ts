import { expect } from 'chai';
import fc from 'fast-check';
import { shapley } from '../../../../domain/billing/explain/shapley.ts';
import { wholeShares } from '../../../../domain/billing/explain/whole-shares.ts';
import { type Fraction, fraction, fractionOf, sumOf } from '../../../../domain/billing/fraction.ts';

describe('shares by Shapley', () => {
  it('divide the glove game as the books do: a left glove and two right ones', () => {
    // Worth 1 with the left and at least one right: 2/3, 1/6, 1/6.
    const pairs = (has: ReadonlySet<string>) =>
      fractionOf(has.has('left') && (has.has('right 1') || has.has('right 2')) ? 1 : 0);
    const shares = shapley(['left', 'right 1', 'right 2'], pairs);
    expect([...shares.values()]).to.deep.equal([fraction(2n, 3n), fraction(1n, 6n), fraction(1n, 6n)]);
  });

  it('add up to the whole gain, whatever the value is', () => {
    const table = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 16, maxLength: 16 });
    fc.assert(
      fc.property(table, (values) => {
        const value = (has: ReadonlySet<number>): Fraction =>
          fractionOf(values[[...has].reduce((sum, factor) => sum + 2 ** factor, 0)] ?? 0);
        const shares = shapley([0, 1, 2, 3], value);
        expect(sumOf([...shares.values()])).to.deep.equal(fractionOf((values[15] ?? 0) - (values[0] ?? 0)));
      }),
    );
  });
});

describe('whole shares', () => {
  const share = fc
    .tuple(fc.integer({ min: -10_000, max: 10_000 }), fc.integer({ min: 1, max: 97 }))
    .map(([of, over]) => fraction(BigInt(of), BigInt(over)));

  it('add up to the total', () => {
    fc.assert(
      fc.property(fc.array(share, { minLength: 1, maxLength: 7 }), fc.integer({ min: -9, max: 9 }), (shares, off) => {
        const total = Math.round(shares.reduce((sum, { of, over }) => sum + Number(of) / Number(over), 0)) + off;
        expect(wholeShares(shares, total).reduce((sum, one) => sum + one, 0)).to.equal(total);
      }),
    );
  });

  it('give what is left to those that were cut most', () => {
    const thirds = [fraction(1n, 3n), fraction(2n, 3n), fraction(5n)];
    expect(wholeShares(thirds, 6)).to.deep.equal([0, 1, 5]);
    expect(wholeShares([fraction(0n), fraction(7n, 2n)], 5)).to.deep.equal([0, 5]);
  });
});
