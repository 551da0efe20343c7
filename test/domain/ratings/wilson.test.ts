import { expect } from 'chai';
import fc from 'fast-check';
import { wilsonInterval } from '../../../domain/ratings/wilson.ts';

const answers = fc.nat(2000).chain((trials) => fc.tuple(fc.nat(trials), fc.constant(trials + 1)));
/** For any of them, but never for none. */
function of([successes, trials]: readonly [number, number]) {
  const interval = wilsonInterval(successes, trials);
  if (!interval) throw new Error('nothing was tried');
  return { ...interval, share: successes / trials, width: interval.high - interval.low };
}

describe('Wilson’s interval', () => {
  it('is as published for 8 of 10, 0 of 10 and 3 of 3', () => {
    expect(of([8, 10]).low).to.be.closeTo(0.4902, 5e-5);
    expect(of([8, 10]).high).to.be.closeTo(0.9433, 5e-5);
    expect(of([0, 10])).to.include({ low: 0 });
    expect(of([0, 10]).high).to.be.closeTo(0.2775, 5e-5);
    expect(of([3, 3]).low).to.be.closeTo(0.4385, 5e-5);
    expect(of([3, 3]).high).to.equal(1);
    expect(wilsonInterval(0, 0)).to.equal(null);
  });

  it('holds the share seen and stays within 0 and 1', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const { low, high, share } = of(given);
        expect(0 <= low && low <= share && share <= high && high <= 1, JSON.stringify(of(given))).to.equal(true);
      }),
    );
  });

  it('is the mirror image for those who were not content', () => {
    fc.assert(
      fc.property(answers, ([successes, trials]) => {
        const one = of([successes, trials]);
        const other = of([trials - successes, trials]);
        expect(one.low).to.be.closeTo(1 - other.high, 1e-12);
        expect(one.high).to.be.closeTo(1 - other.low, 1e-12);
      }),
    );
  });

  it('narrows as more answer alike, and widens with more certainty asked for', () => {
    fc.assert(
      fc.property(answers, fc.integer({ min: 2, max: 9 }), ([successes, trials], times) => {
        expect(of([successes * times, trials * times]).width).to.be.lessThan(of([successes, trials]).width);
        const surer = wilsonInterval(successes, trials, 2.6);
        expect((surer?.high ?? 0) - (surer?.low ?? 0)).to.be.greaterThan(of([successes, trials]).width);
      }),
    );
  });

  it('holds the true share in about 95 of 100 samples, also of few and of rare', () => {
    for (const [trials, truth] of [
      [10, 0.5],
      [20, 0.9],
      [50, 0.05],
      [200, 0.8],
    ] as const) {
      // Exactly: every outcome by its binomial probability.
      let covered = 0;
      let chance = (1 - truth) ** trials;
      for (let successes = 0; successes <= trials; successes += 1) {
        const { low, high } = of([successes, trials]);
        if (low <= truth && truth <= high) covered += chance;
        chance *= ((trials - successes) / (successes + 1)) * (truth / (1 - truth));
      }
      expect(covered, `${trials} of ${truth}`).to.be.within(0.92, 0.99);
    }
  });
});
