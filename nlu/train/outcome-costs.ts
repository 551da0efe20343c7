import { type Outcome, type OutcomeThresholds, outcomeOf } from '../outcome.ts';

/** What an outcome needs to be judged: what was meant and what the engine thought of it, best first. */
export interface Ranked {
  readonly intent: string;
  readonly confidence: number;
  readonly guessedIntent: string;
  readonly alternatives: readonly string[];
}

/** What the customer bears: the wrong thing done, a question answered, a question without the right answer, saying it again. */
const COSTS = { wrong: 1, asked: 0.25, askedInVain: 0.7, again: 0.6 } as const;
/** So many intents are offered when the bot asks. */
const OFFERED = 3;

export interface OutcomeShares {
  readonly outcome: Outcome;
  /** Of all messages, 0 to 1. */
  readonly share: number;
  /** Of these, how often the first guess was right, and how often one of those offered. */
  readonly right: number;
  readonly offered: number;
}

export function outcomeShares(messages: readonly Ranked[], thresholds?: OutcomeThresholds): OutcomeShares[] {
  return (['act', 'ask', 'not_understood'] as const).map((outcome) => {
    const own = messages.filter(({ confidence }) => outcomeOf(confidence, thresholds) === outcome);
    const part = (holds: (message: Ranked) => boolean): number => own.filter(holds).length / Math.max(1, own.length);
    return { outcome, share: own.length / messages.length, right: part(isRight), offered: part(isOffered) };
  });
}

/** The mean cost of a message. */
export function costOf(messages: readonly Ranked[], thresholds: OutcomeThresholds): number {
  return messages.reduce((sum, message) => sum + costOfOne(message, thresholds), 0) / Math.max(1, messages.length);
}

const STEPS = Array.from({ length: 17 }, (_, step) => (step + 2) * 0.05);

/** The thresholds that cost least, of a grid of twentieths. */
export function cheapestThresholds(messages: readonly Ranked[]): OutcomeThresholds & { readonly cost: number } {
  let best = { act: 0.5, ask: 0.25, cost: Number.POSITIVE_INFINITY };
  for (const act of STEPS) {
    for (const ask of STEPS.filter((step) => step <= act)) {
      const cost = costOf(messages, { act, ask });
      if (cost < best.cost) best = { act, ask, cost };
    }
  }
  return best;
}

function costOfOne(message: Ranked, thresholds: OutcomeThresholds): number {
  switch (outcomeOf(message.confidence, thresholds)) {
    case 'act':
      return isRight(message) ? 0 : COSTS.wrong;
    case 'ask':
      return isOffered(message) ? COSTS.asked : COSTS.askedInVain;
    case 'not_understood':
      return COSTS.again;
  }
}

function isRight({ intent, guessedIntent }: Ranked): boolean {
  return intent === guessedIntent;
}

function isOffered({ intent, guessedIntent, alternatives }: Ranked): boolean {
  return [guessedIntent, ...alternatives].slice(0, OFFERED).includes(intent);
}
