import { expect } from 'chai';
import fc from 'fast-check';
import { createRandom, type Random } from '../../../data/demo/random.ts';
import { expectedWait, inMinutes, LEAST_MEASURED, outlasts } from '../../../domain/desk/expected-wait.ts';

const MINUTE = 60_000;
const minutes = (count: number, each = 6) =>
  Array.from({ length: count }, (_, index) => (each + (index % 3) - 1) * MINUTE);

describe('the expected wait', () => {
  it('is not told where too little is known, nobody serves, or it would be more than two hours', () => {
    expect(expectedWait(1, { handlings: minutes(LEAST_MEASURED - 1), inService: 4 })).to.equal(null);
    expect(expectedWait(1, { handlings: minutes(LEAST_MEASURED), inService: 0 })).to.equal(null);
    expect(expectedWait(90, { handlings: minutes(100), inService: 1 })).to.equal(null);
    expect(expectedWait(1, { handlings: minutes(LEAST_MEASURED), inService: 4 })).not.to.equal(null);
  });

  it('tells a queue that is longer than can be served from one of which too little is known', () => {
    expect(outlasts(90, { handlings: minutes(100), inService: 1 })).to.equal(true);
    expect(outlasts(21, { handlings: minutes(100), inService: 1 }), 'perhaps within two hours').to.equal(false);
    expect(outlasts(90, { handlings: minutes(3), inService: 1 })).to.equal(false);
    expect(outlasts(90, { handlings: minutes(100), inService: 0 })).to.equal(false);
  });

  it('lies around place times handling over those in service', () => {
    const wait = expectedWait(10, { handlings: minutes(200), inService: 5 });
    expect(wait?.fromMs).to.be.within(6 * MINUTE, 9 * MINUTE);
    expect(wait?.toMs).to.be.within(15 * MINUTE, 19 * MINUTE);
  });

  const handlings = fc.array(fc.integer({ min: MINUTE, max: 30 * MINUTE }), {
    minLength: LEAST_MEASURED,
    maxLength: 60,
  });

  it('grows with the place, shrinks with those who serve, and is never upside down', () => {
    fc.assert(
      fc.property(
        handlings,
        fc.integer({ min: 1, max: 20 }),
        fc.integer({ min: 1, max: 30 }),
        (given, place, inService) => {
          const wait = expectedWait(place, { handlings: given, inService });
          if (wait === null) return;
          expect(wait.fromMs).to.be.at.least(0).and.below(wait.toMs);
          const behind = expectedWait(place + 1, { handlings: given, inService });
          if (behind) expect(behind.toMs).to.be.greaterThan(wait.toMs);
          const more = expectedWait(place, { handlings: given, inService: inService + 1 });
          expect(more?.toMs).to.be.below(wait.toMs);
        },
      ),
    );
  });

  it('holds for about four in five in a simulated desk, whatever the handling times are like', () => {
    const shapes: readonly [string, (random: Random) => number][] = [
      ['exponential', (random) => -Math.log(1 - random.unit()) * 6 * MINUTE],
      ['lognormal', (random) => Math.exp(random.normal() * 0.9 + Math.log(4)) * MINUTE],
      ['nearly the same', (random) => (5 + random.unit() * 2) * MINUTE],
    ];
    for (const [name, draw] of shapes) {
      for (const inService of [2, 8, 30]) {
        for (const place of [2, 8]) {
          const covered = coverage({ draw, inService, place, trials: 400 });
          expect(covered, `${name}, ${inService} in service, place ${place}`).to.be.at.least(0.72);
        }
      }
    }
  });
});

describe('a wait in words', () => {
  it('is in whole minutes up to ten and in fives beyond, rounded outwards', () => {
    expect(inMinutes({ fromMs: 2.9 * MINUTE, toMs: 7.1 * MINUTE })).to.deep.equal({ from: 2, to: 8 });
    expect(inMinutes({ fromMs: 13 * MINUTE, toMs: 26 * MINUTE })).to.deep.equal({ from: 10, to: 30 });
    expect(inMinutes({ fromMs: 2000, toMs: 20_000 })).to.deep.equal({ from: 1, to: 1 });
  });
});

/** How often the time until the place-th departure of a desk that has been busy for long lies within what is told. */
function coverage(given: {
  draw: (random: Random) => number;
  inService: number;
  place: number;
  trials: number;
}): number {
  const { draw, inService, place, trials } = given;
  const random = createRandom(11);
  let within = 0;
  for (let trial = 0; trial < trials; trial += 1) {
    const handlings = Array.from({ length: 60 }, () => draw(random));
    const wait = expectedWait(place, { handlings, inService });
    const actual = untilDeparture({ draw, inService, place, random });
    if (wait && actual >= wait.fromMs && actual <= wait.toMs) within += 1;
  }
  return within / trials;
}

function untilDeparture(given: {
  draw: (random: Random) => number;
  inService: number;
  place: number;
  random: Random;
}): number {
  const { draw, inService, place, random } = given;
  // Each begun at a moment of its own, long ago, so that what is seen now is a desk in the middle of its day.
  const ends = Array.from({ length: inService }, () => {
    let at = -random.unit() * 60 * MINUTE - 120 * MINUTE;
    while (at < 0) at += draw(random);
    return at;
  });
  for (let departure = 1; ; departure += 1) {
    const [next = 0] = ends.toSorted((a, b) => a - b);
    if (departure === place) return next;
    ends[ends.indexOf(next)] = next + draw(random);
  }
}
