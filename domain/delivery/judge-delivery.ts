/** How a try at delivering a message to a channel outside went. Reasons are codes, for operators. */
export type DeliveryOutcome =
  | { readonly kind: 'delivered' }
  /** It certainly did not arrive, and another try may succeed; at the earliest after what the channel asked for. */
  | { readonly kind: 'failed'; readonly reason: string; readonly retryAfterMs?: number }
  /** It was sent and nobody knows whether it arrived. */
  | { readonly kind: 'unknown'; readonly reason: string }
  /** The channel will never take it. */
  | { readonly kind: 'refused'; readonly reason: string };

export interface DeliveryPolicy {
  /** Tries after which a message is set aside. */
  readonly mostTries: number;
  /** Wait after the first try, doubled after each further one up to the longest. */
  readonly firstWaitMs: number;
  readonly longestWaitMs: number;
}

export type DeliveryVerdict =
  | { readonly state: 'sent' }
  | { readonly state: 'due'; readonly waitMs: number; readonly reason: string }
  | { readonly state: 'dead' | 'unknown'; readonly reason: string };

export interface DeliveryTry {
  readonly outcome: DeliveryOutcome;
  /** What it costs to lose the message, against hearing it twice: a notice is not worth saying twice, the rest is. */
  readonly kind: 'reply' | 'danger' | 'notice';
  /** Tries made, this one too. */
  readonly tries: number;
  /** 0 to 1: spreads the tries of many messages. */
  readonly chance: number;
}

/** A channel may ask for patience, but not for more than this. */
const MOST_PATIENCE_MS = 3_600_000;

/** What becomes of a message after a try. */
export function judgeDelivery(
  { outcome, kind, tries, chance }: DeliveryTry,
  { mostTries, firstWaitMs, longestWaitMs }: DeliveryPolicy,
): DeliveryVerdict {
  if (outcome.kind === 'delivered') return { state: 'sent' };
  const { reason } = outcome;
  if (outcome.kind === 'refused') return { state: 'dead', reason };
  if (outcome.kind === 'unknown' && kind === 'notice') return { state: 'unknown', reason };
  if (tries >= mostTries) return { state: 'dead', reason };
  const backoff = Math.min(longestWaitMs, firstWaitMs * 2 ** (tries - 1));
  const asked = outcome.kind === 'failed' ? Math.min(outcome.retryAfterMs ?? 0, MOST_PATIENCE_MS) : 0;
  return { state: 'due', waitMs: Math.round(Math.max(asked, backoff / 2) + (chance * backoff) / 2), reason };
}
