import { expect } from 'chai';
import fc from 'fast-check';
import { LINKS, type Link, perLink } from '../../../../domain/faults/intake/failed-link.ts';
import { ACTIONS, bestAction, MINUTES_LOST, worthAsking } from '../../../../domain/faults/intake/question-value.ts';
import { PRIORS } from '../../../../domain/faults/intake/sign-likelihoods.ts';
import type { Signs } from '../../../../domain/faults/intake/signs.ts';
import { anyFacts, anySigns, OUT } from './support.ts';

const asked = (signs: Signs, facts = OUT) => worthAsking({ facts, signs }).map(({ sign }) => sign);

describe('question-value: what is best to do', () => {
  it('is the right thing where the link is certain', () => {
    const right: Readonly<Record<Link, string>> = {
      customer_switch: 'self_check',
      customer_wiring: 'self_check',
      low_voltage: 'low_voltage_crew',
      high_voltage: 'feeder_crew',
      metering: 'meter_crew',
      power_quality: 'quality_visit',
      non_utility: 'refer',
    };
    for (const link of LINKS) {
      expect(bestAction(perLink((one) => (one === link ? 1 : 0))).action).to.equal(right[link]);
    }
  });

  it('loses no minutes by doing the right thing for the utility, and never gains any', () => {
    for (const action of ACTIONS) {
      for (const link of LINKS) expect(MINUTES_LOST[action][link]).to.be.at.least(0);
    }
    expect(MINUTES_LOST.low_voltage_crew.low_voltage).to.equal(0);
    expect(MINUTES_LOST.feeder_crew.high_voltage).to.equal(0);
  });
});

describe('question-value: what is worth asking', () => {
  it('is the neighbours first, then the own switch where they have power', () => {
    expect(asked({})[0]).to.equal('neighbours');
    expect(asked({ neighbours: 'lit' })[0]).to.equal('breaker');
    expect(asked({ neighbours: 'lit', breaker: 'unknown' })[0]).to.equal('meter');
  });

  it('is nothing once it is plain what to do', () => {
    expect(asked({ neighbours: 'lit', breaker: 'tripped' })).to.deep.equal([]);
    expect(asked({}, { ...OUT, scope: 'area' })).to.deep.equal([]);
    expect(asked({}, { ...OUT, no_power: false, class: 'power_quality' })).to.deep.equal([]);
  });

  it('is never what is known, or could not be told', () => {
    fc.assert(
      fc.property(anyFacts({ calm: true }), anySigns, (facts, signs) => {
        for (const sign of asked(signs, facts)) expect(signs[sign]).to.equal(undefined);
      }),
    );
  });

  it('begins alike where any prior is half or twice of what it is taken to be', () => {
    for (const link of LINKS) {
      for (const factor of [0.5, 2]) {
        const priors = perLink((one) => PRIORS[one] * (one === link ? factor : 1));
        const first = worthAsking({ facts: OUT, signs: {} }, priors)[0]?.sign;
        expect(first, `${link} times ${factor}`).to.equal('neighbours');
      }
    }
  });
});
