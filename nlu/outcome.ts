/** What is done with a message: act on it, ask which of the likeliest was meant, or say that it was not understood. */
export type Outcome = 'act' | 'ask' | 'not_understood';

/** From this confidence on an intent is acted upon. */
export const ACT = 0.5;
/** From this confidence on, and below ACT, the customer is asked which of the likeliest was meant. */
export const ASK = 0.25;

/** Both thresholds stand where development messages cost next to least: `npm run evaluate` tells what others would cost. */
export function outcomeOf(confidence: number, { act, ask }: OutcomeThresholds = { act: ACT, ask: ASK }): Outcome {
  if (confidence >= act) return 'act';
  return confidence >= ask ? 'ask' : 'not_understood';
}

export interface OutcomeThresholds {
  readonly act: number;
  readonly ask: number;
}
