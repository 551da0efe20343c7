import type { NoticeTerms } from '../utility-profile.ts';

/** How far the attempt to reach an account registered for life support has come, while it has not ended. */
export interface Ladder {
  readonly messagedAt: number;
  /** What the customer answered to the message, last. */
  readonly answer: 'safe' | 'help' | null;
  readonly answeredAt: number | null;
  /** Supply is back. */
  readonly causeOver: boolean;
  /** The task to call, the latest; null while there is none. */
  readonly call: LadderCall | null;
}

export interface LadderCall {
  /** Null while it waits for somebody. */
  readonly closedAt: number | null;
  /** It fell away, and nobody has called. */
  readonly cancelled: boolean;
  readonly responsibleId: string | null;
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
 * that somebody was asked to make stands until they settle it. One that was cancelled was not made, and one that was made
 * before help was asked for is not the one that was asked for.
 */
export function ladderStep(
  ladder: Ladder,
  terms: Pick<NoticeTerms, 'lifeSupportCallMinutes'>,
  now: number,
): LadderStep {
  const { messagedAt, answer, causeOver } = ladder;
  const call = countingCall(ladder);
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

/** The call that was made or is to be made; null where none was, or help was asked for since. */
function countingCall({ answer, answeredAt, call }: Ladder): LadderCall | null {
  if (call === null || call.cancelled) return null;
  const asksAnew = answer === 'help' && answeredAt !== null && call.closedAt !== null && answeredAt > call.closedAt;
  return asksAnew ? null : call;
}
