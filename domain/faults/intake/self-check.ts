import type { Signs } from './signs.ts';

/** Putting one's own switch back, one step at a time; the offer names what must be so that it is safe. */
export const CHECK_STEPS = ['offer', 'look', 'reset', 'circuits', 'back'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

export const CHECK_OUTCOMES = [
  'restored',
  /** Supply is back, but for the circuit that trips the switch. */
  'restored_but_one',
  'not_restored',
  'trips_again',
  'breaker_on',
  /** Not wanted, not within reach, not dry, or not to be told. */
  'declined',
] as const;
export type CheckOutcome = (typeof CHECK_OUTCOMES)[number];

export interface SelfCheck {
  /** What was asked last; null once it is over. */
  readonly step: CheckStep | null;
  /** A circuit has tripped the switch and was left off. */
  readonly oneTrips: boolean;
  readonly outcome: CheckOutcome | null;
}

/** `back`: supply has returned, whatever was asked; `stop`: the customer can't or does not want to go on. */
export type CheckAnswer = 'yes' | 'no' | 'back' | 'stop';

export const NEW_CHECK: SelfCheck = { step: 'offer', oneTrips: false, outcome: null };

/** The step after an answer. `breaker` is what is known of the switch: one that is known to have tripped is not asked for again. */
export function answerCheck(check: SelfCheck, answer: CheckAnswer, breaker: Signs['breaker']): SelfCheck {
  if (check.step === null) return check;
  if (answer === 'stop') return over(check, 'declined');
  if (answer === 'back') return over(check, check.oneTrips ? 'restored_but_one' : 'restored');
  switch (check.step) {
    case 'offer':
      if (answer === 'no') return over(check, 'declined');
      return at(check, breaker === 'tripped' || breaker === 'trips_again' ? 'reset' : 'look');
    case 'look':
      return answer === 'yes' ? at(check, 'reset') : over(check, 'breaker_on');
    case 'reset':
      return answer === 'yes' ? at(check, 'circuits') : over(check, 'trips_again');
    case 'circuits':
      return { ...at(check, 'back'), oneTrips: answer === 'yes' };
    case 'back':
      if (answer === 'no') return over(check, 'not_restored');
      return over(check, check.oneTrips ? 'restored_but_one' : 'restored');
  }
}

/** What an outcome tells of the switch. */
export function breakerAfter({ outcome }: SelfCheck): Signs['breaker'] {
  if (outcome === 'trips_again') return 'trips_again';
  return outcome === 'breaker_on' ? 'on' : undefined;
}

export function isRestored({ outcome }: SelfCheck): boolean {
  return outcome === 'restored' || outcome === 'restored_but_one';
}

function at(check: SelfCheck, step: CheckStep): SelfCheck {
  return { ...check, step };
}

function over(check: SelfCheck, outcome: CheckOutcome): SelfCheck {
  return { ...check, step: null, outcome };
}
