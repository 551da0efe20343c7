import type { NoticeTerms } from '../utility-profile.ts';

/** How far the attempt to reach an account registered for life support has come, while it has not ended. */
export interface Ladder {
  readonly messagedAt: number;
  /** What the customer answered to the message, last. */
  readonly answer: 'safe' | 'help' | null;
  /** Supply is back. */
  readonly causeOver: boolean;
  /** The task to call; null while there is none. */
  readonly call: { readonly closedAt: number | null; readonly responsibleId: string | null } | null;
}

export type LadderStep =
  | { readonly kind: 'call'; readonly why: 'asked' | 'unanswered' }
  | { readonly kind: 'acknowledged'; readonly by: string }
  | { readonly kind: 'over' }
  | { readonly kind: 'wait'; readonly until: number };

const MINUTE = 60_000;
/** How often it is looked whether a call has been settled. */
const LOOK_MS = MINUTE;

/**
 * The next step: a message that is not answered in time becomes a call, and so does one that is answered with "help". It
 * ends when somebody has spoken to the customer, or the customer is safe; nobody calls once supply is back, but a call
 * that somebody was asked to make stands until they settle it.
 */
export function ladderStep(
  ladder: Ladder,
  terms: Pick<NoticeTerms, 'lifeSupportCallMinutes'>,
  now: number,
): LadderStep {
  const { messagedAt, answer, causeOver, call } = ladder;
  if (call !== null) {
    if (call.closedAt !== null) return { kind: 'acknowledged', by: call.responsibleId ?? 'staff' };
    return { kind: 'wait', until: now + LOOK_MS };
  }
  if (answer === 'help') return { kind: 'call', why: 'asked' };
  if (answer === 'safe') return { kind: 'acknowledged', by: 'customer' };
  if (causeOver) return { kind: 'over' };
  const callAt = messagedAt + terms.lifeSupportCallMinutes * MINUTE;
  if (now >= callAt) return { kind: 'call', why: 'unanswered' };
  return { kind: 'wait', until: callAt };
}
