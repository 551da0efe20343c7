import { expect } from 'chai';
import fc from 'fast-check';
import type { Considered } from '../../../../domain/faults/localisation/tree-inference.ts';
import { addMarginals, sumInside } from '../../../../domain/faults/localisation/tree-inference.ts';

/** Every set of which no member is upstream of another, with its weight. */
function bruteForce(parents: readonly number[], weights: readonly number[]): { total: number; with: number[] } {
  const isAbove = (upper: number, lower: number): boolean => {
    for (let row = parents[lower] ?? -1; row >= 0; row = parents[row] ?? -1) if (row === upper) return true;
    return false;
  };
  const sums = { total: 0, with: weights.map(() => 0) };
  for (let mask = 0; mask < 2 ** parents.length; mask += 1) {
    const set = parents.flatMap((_, row) => (mask & (2 ** row) ? [row] : []));
    if (set.some((a) => set.some((b) => isAbove(a, b)))) continue;
    const weight = set.reduce((product, row) => product * (weights[row] ?? 0), 1);
    sums.total += weight;
    for (const row of set) sums.with[row] = (sums.with[row] ?? 0) + weight;
  }
  return sums;
}

describe('sums over all sets of failed devices', () => {
  it('are what counting every set gives', () => {
    const forest = fc
      .integer({ min: 1, max: 9 })
      .chain((size) =>
        fc.tuple(
          fc.tuple(...Array.from({ length: size }, (_, row) => fc.integer({ min: -1, max: row - 1 }))),
          fc.array(fc.double({ min: 0.001, max: 50, noNaN: true }), { minLength: size, maxLength: size }),
        ),
      );
    fc.assert(
      fc.property(forest, ([parents, weights]) => {
        const considered: Considered = {
          devices: Int32Array.from(parents, (_, row) => row),
          parentRow: Int32Array.from(parents),
        };
        const blank = (): Float64Array => new Float64Array(parents.length);
        const sums = {
          logWeight: Float64Array.from(weights, Math.log),
          inside: blank(),
          below: blank(),
          covered: blank(),
        };
        const expected = bruteForce(parents, weights);
        const total = sumInside(considered, sums.logWeight, sums.inside, sums.below);
        expect(Math.exp(total)).to.be.closeTo(expected.total, 1e-9 * expected.total);
        const probability = blank();
        addMarginals(considered, sums, 1, probability);
        probability.forEach((p, row) => {
          expect(p).to.be.closeTo((expected.with[row] ?? 0) / expected.total, 1e-9);
        });
      }),
    );
  });
});
