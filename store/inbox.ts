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
