import { expect } from 'chai';
import fc from 'fast-check';
import type { FaultFacts } from '../../../../domain/faults/fault-facts.ts';
import { believeClass, CLASS_STANDS } from '../../../../domain/faults/intake/believe-class.ts';
import { LINKS } from '../../../../domain/faults/intake/failed-link.ts';
import { LIKELIHOODS, NO_POWER, PRIORS } from '../../../../domain/faults/intake/sign-likelihoods.ts';
import { SIGN_NAMES, type Signs } from '../../../../domain/faults/intake/signs.ts';
import { anyFacts, anySigns, OUT } from './support.ts';

const believed = (facts: Partial<FaultFacts>, signs: Signs = {}) =>
  believeClass({ facts: { ...OUT, ...facts }, signs });

describe('believe-class: tables', () => {
  it('hold probabilities', () => {
    expect(LINKS.reduce((sum, link) => sum + PRIORS[link], 0)).to.be.closeTo(1, 1e-12);
    for (const link of LINKS) {
      expect(NO_POWER[link]).to.be.within(0, 1);
      for (const sign of SIGN_NAMES) {
        const shares = Object.values(LIKELIHOODS[sign][link]);
        expect(
          shares.every((share) => share > 0),
          `${sign} ${link}`,
        ).to.equal(true);
        expect(
          shares.reduce((sum, share) => sum + share, 0),
          `${sign} ${link}`,
        ).to.be.closeTo(1, 1e-12);
      }
    }
  });
});

describe('believe-class', () => {
  const cases: readonly (readonly [string, Partial<FaultFacts>, Signs, FaultFacts['class']])[] = [
    ['no power and nothing else', {}, {}, 'unknown'],
    ['neighbours with power, which do not by themselves prove it', {}, { neighbours: 'lit' }, 'unknown'],
    ['the own switch tripped', {}, { breaker: 'tripped' }, 'customer_internal'],
    ['the own switch that trips again', {}, { neighbours: 'lit', breaker: 'trips_again' }, 'customer_internal'],
    ['a whole village dark', { scope: 'area' }, {}, 'high_voltage'],
    ['a street dark', { scope: 'street' }, {}, 'unknown'],
    ['one building dark', { scope: 'building' }, {}, 'unknown'],
    ['half the home, never internal unchecked', { scope: 'part_of_premises' }, { extent: 'half' }, 'unknown'],
    [
      'half the home with lit neighbours, never internal unchecked',
      { scope: 'part_of_premises' },
      { extent: 'half', neighbours: 'lit' },
      'unknown',
    ],
    ['single rooms, which may be a lost phase', { scope: 'part_of_premises' }, { extent: 'rooms' }, 'unknown'],
    ['single rooms beside lit neighbours', {}, { extent: 'rooms', neighbours: 'lit' }, 'customer_internal'],
    [
      'lit neighbours, no switch tripped, a dark meter',
      {},
      { neighbours: 'lit', breaker: 'on', meter: 'dark' },
      'low_voltage',
    ],
    ['what the words name where signs leave it open', { class: 'metering' }, {}, 'metering'],
  ];
  for (const [name, facts, signs, expected] of cases) {
    it(`${name}: ${expected}`, () => {
      expect(believed(facts, signs).class).to.equal(expected);
    });
  }

  it('says why, the strongest first, and nothing that speaks against it', () => {
    const { reasons, probability } = believed({}, { neighbours: 'lit', breaker: 'tripped', meter: 'unknown' });
    expect(reasons).to.deep.equal(['sign.breaker.tripped', 'sign.neighbours.lit']);
    expect(probability).to.be.greaterThan(0.9);
    expect(believed({ scope: 'area' }, { breaker: 'tripped' }).reasons).to.not.include('sign.breaker.tripped');
  });

  it('is a distribution, and names a class only where it is likely enough or said', () => {
    fc.assert(
      fc.property(anyFacts({ calm: false }), anySigns, (facts, signs) => {
        const belief = believeClass({ facts, signs });
        const values = LINKS.map((link) => belief.links[link]);
        expect(values.every((value) => value >= 0 && value <= 1)).to.equal(true);
        expect(values.reduce((sum, value) => sum + value, 0)).to.be.closeTo(1, 1e-9);
        if (belief.class !== 'unknown' && belief.class !== facts.class) {
          expect(belief.probability).to.be.at.least(CLASS_STANDS);
        }
      }),
    );
  });

  it('does not depend on the order in which things were said, and "I can\'t tell" tells nothing', () => {
    fc.assert(
      fc.property(anyFacts({ calm: false }), anySigns, (facts, signs) => {
        const reversed = Object.fromEntries(Object.entries(signs).reverse()) as Signs;
        const told = Object.fromEntries(Object.entries(signs).filter(([, shown]) => shown !== 'unknown')) as Signs;
        const one = believeClass({ facts, signs });
        expect(believeClass({ facts, signs: reversed })).to.deep.equal(one);
        if (signs.neighbours !== 'unknown' && signs.extent !== 'unknown') {
          expect(believeClass({ facts, signs: told })).to.deep.equal(one);
        }
      }),
    );
  });
});
