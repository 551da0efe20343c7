/** What is kept of tries that did not succeed, of one login or from one address. */
export interface Tries {
  readonly tries: number;
  /** Milliseconds since 1970. */
  readonly lastAt: number;
  /** No try before this moment. */
  readonly untilAt: number;
}

export interface TriesTerms {
  /** So many tries cost nothing. */
  readonly free: number;
  /** The wait after the next one, in milliseconds; it doubles with each further try. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
  /** After so long without a try everything is forgotten. */
  readonly forgottenAfterMs: number;
}

const MINUTE = 60_000;

/** Of one login, from wherever: guessing gets four tries an hour, a person who mistypes hardly notices. */
export const LOGIN_TERMS: TriesTerms = {
  free: 5,
  firstWaitMs: MINUTE / 2,
  longestWaitMs: 15 * MINUTE,
  forgottenAfterMs: 24 * 60 * MINUTE,
};

/** From one address, which an office shares. */
export const ADDRESS_TERMS: TriesTerms = {
  free: 60,
  firstWaitMs: MINUTE / 2,
  longestWaitMs: 15 * MINUTE,
  forgottenAfterMs: 60 * MINUTE,
};

export type TryVerdict =
  | { readonly allowed: true; readonly next: Tries }
  | { readonly allowed: false; readonly retryAfterMs: number };

/** Whether a try may be made now, and what is to be kept of it: it counts as failed until it has succeeded. */
export function judgeTry(before: Tries | null, now: number, terms: TriesTerms): TryVerdict {
  const known = before !== null && now - before.lastAt < terms.forgottenAfterMs ? before : null;
  if (known && known.untilAt > now) return { allowed: false, retryAfterMs: known.untilAt - now };
  const tries = (known?.tries ?? 0) + 1;
  return { allowed: true, next: { tries, lastAt: now, untilAt: now + waitAfter(tries, terms) } };
}

function waitAfter(tries: number, { free, firstWaitMs, longestWaitMs }: TriesTerms): number {
  if (tries < free) return 0;
  return Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(tries - free, 30));
}
