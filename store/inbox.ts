/**
 * `channelData` of an inbound whose sender waits for the answer on the line. What its turn says is kept back from the
 * outbox for whoever waits; where nobody takes it in time, the outbox sends it like anything else.
 */
export const ANSWERED_ON_THE_LINE = { answered: 'on_the_line' } as const;
/** `channelData` of an inbound of which only the beginning was kept: its first `cutAt` UTF-16 units. */
export interface CutShort {
  readonly cutAt: number;
}
/** `channelData` of an inbound in which so many numbers of payment cards were masked before it was kept. */
export interface CardsHidden {
  readonly cardsHidden: number;
}
/** From an inbound's arrival: how long its sender waits, and how long the answer is kept for them. */
export const ANSWER_WAIT_MS = 10_000;
export const ANSWER_KEPT_MS = 20_000;

/** One activity from outside on its way into a conversation. */
export interface Inbound {
  readonly conversationId: string;
  /** The channel's own id, or the client's: a second activity with it changes nothing. */
  readonly messageId: string;
  readonly author: 'customer' | 'system';
  readonly authorId: string;
  /** A Bot Framework activity, validated, without what the row tells already. */
  readonly body: Readonly<Record<string, unknown>>;
}

export type Accepted =
  | { readonly kind: 'accepted' | 'duplicate'; readonly seq: number }
  | { readonly kind: 'unknown_conversation' };

/** Where channels hand in what customers send. When `accept` resolves the activity can't be lost any more; handling follows by itself. */
export interface Inbox {
  accept(inbound: Inbound): Promise<Accepted>;
}
