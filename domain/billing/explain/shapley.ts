import { type Fraction, fraction, minus, NOTHING, plus, times } from '../fraction.ts';

/**
 * What each of some factors contributes to a value that they bring about together: the mean, over all orders in which
 * they could change one after the other, of what the value gains when that factor changes. Contributions add up to the
 * whole gain exactly, depend on no order, and are nothing for a factor that changes nothing.
 *
 * `value` is asked once for each set of factors that have changed, 2^n times.
 * Source: L. S. Shapley, "A value for n-person games" (1953); for decomposing differences A. F. Shorrocks, "Decomposition
 * procedures for distributional analysis", Journal of Economic Inequality 11 (2013).
 */
export function shapley<F>(factors: readonly F[], value: (changed: ReadonlySet<F>) => Fraction): Map<F, Fraction> {
  const values = Array.from({ length: 2 ** factors.length }, (_, set) =>
    value(new Set(factors.filter((_factor, index) => isIn(index, set)))),
  );
  const valueAt = (set: number) => values[set] ?? NOTHING;
  return new Map(
    factors.map((factor, index) => {
      let share = NOTHING;
      for (let set = 0; set < values.length; set += 1) {
        if (isIn(index, set)) continue;
        const gain = minus(valueAt(set + 2 ** index), valueAt(set));
        share = plus(share, times(gain, weightOf(sizeOf(set), factors.length)));
      }
      return [factor, share];
    }),
  );
}

function isIn(index: number, set: number): boolean {
  return Math.floor(set / 2 ** index) % 2 === 1;
}

function sizeOf(set: number): number {
  let size = 0;
  for (let rest = set; rest > 0; rest = Math.floor(rest / 2)) size += rest % 2;
  return size;
}

/** How many of all orders have just these factors before the one looked at: s! (n - s - 1)! / n!. */
function weightOf(size: number, factors: number): Fraction {
  return fraction(factorial(size) * factorial(factors - size - 1), factorial(factors));
}

function factorial(n: number): bigint {
  return n <= 1 ? 1n : BigInt(n) * factorial(n - 1);
}
