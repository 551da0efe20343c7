import { expect } from 'chai';
import fc from 'fast-check';
import {
  answerCheck,
  breakerAfter,
  type CheckAnswer,
  isRestored,
  NEW_CHECK,
  type SelfCheck,
} from '../../../../domain/faults/intake/self-check.ts';
import type { Signs } from '../../../../domain/faults/intake/signs.ts';

const through = (answers: readonly CheckAnswer[], breaker?: Signs['breaker']) =>
  answers.reduce((check: SelfCheck, answer) => answerCheck(check, answer, breaker), NEW_CHECK);

describe('self-check', () => {
  const cases: readonly (readonly [string, readonly CheckAnswer[], Signs['breaker'], Partial<SelfCheck>])[] = [
    ['ends where it is not wanted', ['no'], undefined, { step: null, outcome: 'declined' }],
    ['has the switch looked at first', ['yes'], undefined, { step: 'look' }],
    ['looks at nothing that is known to have tripped', ['yes'], 'tripped', { step: 'reset' }],
    ['ends where no switch has tripped', ['yes', 'no'], undefined, { step: null, outcome: 'breaker_on' }],
    ['puts it back only once', ['yes', 'no'], 'tripped', { step: null, outcome: 'trips_again' }],
    ['asks at the end whether supply is back', ['yes', 'yes', 'no'], 'tripped', { step: 'back' }],
    ['ends with supply', ['yes', 'yes', 'no', 'yes'], 'tripped', { outcome: 'restored' }],
    ['ends with one circuit left off', ['yes', 'yes', 'yes', 'yes'], 'tripped', { outcome: 'restored_but_one' }],
    ['ends without supply', ['yes', 'yes', 'no', 'no'], 'tripped', { outcome: 'not_restored' }],
    ['ends at any step where supply is back', ['yes', 'back'], undefined, { step: null, outcome: 'restored' }],
    ["ends at any step where it can't be done", ['yes', 'yes', 'stop'], undefined, { step: null, outcome: 'declined' }],
  ];
  for (const [name, answers, breaker, expected] of cases) {
    it(name, () => {
      expect(through(answers, breaker)).to.include(expected);
    });
  }

  it('tells of the switch what was found', () => {
    expect(breakerAfter(through(['yes', 'no'], 'tripped'))).to.equal('trips_again');
    expect(breakerAfter(through(['yes', 'no']))).to.equal('on');
    expect(breakerAfter(through(['no']))).to.equal(undefined);
  });

  it('is over within five answers, and only "it is back" counts as restored', () => {
    const anyAnswers = fc.array(fc.constantFrom<CheckAnswer>('yes', 'no', 'back', 'stop'), {
      minLength: 5,
      maxLength: 8,
    });
    fc.assert(
      fc.property(anyAnswers, fc.constantFrom<Signs['breaker']>(undefined, 'tripped', 'on'), (answers, breaker) => {
        const check = through(answers, breaker);
        expect(check.step).to.equal(null);
        expect(check.outcome).to.not.equal(null);
        if (isRestored(check))
          expect(answers.slice(0, 5).some((one) => one === 'back' || one === 'yes')).to.equal(true);
      }),
    );
  });
});
