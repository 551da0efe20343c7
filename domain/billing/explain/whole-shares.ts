import { type Fraction, floorOf, fraction, isLess, minus } from '../fraction.ts';

/**
 * Exact shares as integers that add up to `total`, an integer close to their sum: each is cut down to the integer below,
 * and what is left over goes to those that were cut most, one each, round after round. Shares of nothing stay nothing,
 * unless all are.
 */
export function wholeShares(shares: readonly Fraction[], total: number): number[] {
  const whole = shares.map((share) => Number(floorOf(share)));
  const cut = shares.map((share, index) => ({ index, rest: minus(share, fraction(BigInt(whole[index] ?? 0))) }));
  const some = cut.filter(({ index }) => shares[index]?.of !== 0n);
  const order = (some.length > 0 ? some : cut).toSorted((a, b) => {
    if (isLess(b.rest, a.rest)) return -1;
    return isLess(a.rest, b.rest) ? 1 : a.index - b.index;
  });
  let left = total - whole.reduce((sum, share) => sum + share, 0);
  const step = left < 0 ? -1 : 1;
  const turn = step < 0 ? order.toReversed() : order;
  for (let at = 0; left !== 0 && turn.length > 0; at = (at + 1) % turn.length) {
    const index = turn[at]?.index ?? 0;
    whole[index] = (whole[index] ?? 0) + step;
    left -= step;
  }
  return whole;
}
