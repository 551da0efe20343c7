import { expect } from 'chai';
import fc from 'fast-check';
import { dividedBy, floorOf, fraction, fractionOf, minus, plus, times } from '../../../domain/billing/fraction.ts';
import { roundFraction, roundToUnit } from '../../../domain/billing/rounding.ts';

describe('rounding', () => {
  const halves = [
    { of: 5n, half_up: 3, half_even: 2, down: 2 },
    { of: 7n, half_up: 4, half_even: 4, down: 3 },
    { of: -5n, half_up: -3, half_even: -2, down: -2 },
    { of: 1n, half_up: 1, half_even: 0, down: 0 },
  ];
  for (const { of, ...wanted } of halves) {
    it(`takes ${of}/2 as its mode says`, () => {
      const value = fraction(of, 2n);
      const { half_up, half_even, down } = wanted;
      expect(roundFraction(value, 'half_up')).to.equal(half_up);
      expect(roundFraction(value, 'half_even')).to.equal(half_even);
      expect(roundFraction(value, 'down')).to.equal(down);
    });
  }

  it('takes what is no half to the nearest, or cuts it off', () => {
    expect(roundFraction(fraction(8n, 3n), 'half_up')).to.equal(3);
    expect(roundFraction(fraction(7n, 3n), 'half_even')).to.equal(2);
    expect(roundFraction(fraction(-8n, 3n), 'down')).to.equal(-2);
  });

  it('makes totals multiples of a jiao or a yuan', () => {
    expect(roundToUnit(7625, { mode: 'half_up', unitFen: 10 })).to.equal(7630);
    expect(roundToUnit(7625, { mode: 'half_even', unitFen: 10 })).to.equal(7620);
    expect(roundToUnit(7699, { mode: 'down', unitFen: 100 })).to.equal(7600);
  });
});

describe('fractions', () => {
  const any = fc
    .tuple(fc.bigInt({ min: -1000n, max: 1000n }), fc.bigInt({ min: 1n, max: 1000n }))
    .map(([of, over]) => fraction(of, over));

  it('are exact: what is added and multiplied can be taken back', () => {
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(minus(plus(a, b), b)).to.deep.equal(a);
        if (b.of !== 0n) expect(dividedBy(times(a, b), b)).to.deep.equal(a);
      }),
    );
  });

  it('are floored downwards, below zero too', () => {
    expect(floorOf(fraction(-7n, 2n))).to.equal(-4n);
    expect(floorOf(fraction(7n, 2n))).to.equal(3n);
    expect(floorOf(fractionOf(-3))).to.equal(-3n);
  });

  it('are never over zero', () => {
    expect(() => fraction(1n, 0n)).to.throw(RangeError);
  });
});
