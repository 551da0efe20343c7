import { type AskedTally, NOBODY_ASKED } from '../../store/repositories/asking-repository.ts';

/** What has come of the questions because of an incident, in numbers. */
export interface AskedSums {
  readonly asked: number;
  readonly on: number;
  readonly dark: number;
  /** Answered something else, or did not know. */
  readonly other: number;
  /** Did not answer in time, or were not reached any more. */
  readonly silent: number;
  /** May yet answer. */
  readonly waiting: number;
}

export function tallyOf(tally: AskedTally = NOBODY_ASKED): AskedSums {
  const { asked: waiting, on, dark, other, expired, over } = tally;
  const silent = expired + over;
  return { asked: waiting + on + dark + other + silent, on, dark, other, silent, waiting };
}
