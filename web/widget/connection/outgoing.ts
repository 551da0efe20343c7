/** An activity on its way out, before the server has given it a place. */
export interface OutgoingActivity {
  type: 'message' | 'event' | 'typing';
  from: { id: string; role: 'user' };
  locale: string;
  text?: string;
  name?: string;
  value?: unknown;
  entities?: unknown[];
  attachments?: { contentType: string; name: string }[];
  channelData?: { clientActivityID: string };
}

/** Why the server will not take an item, as far as the customer can do something about it. */
export type RefusalReason = 'too-long' | 'file-too-big' | 'file-type' | 'other';

/** What became of one try at sending. */
export type SendOutcome =
  | { kind: 'accepted'; id: string }
  /** Nothing is wrong with the item: try again, not before so many milliseconds where the server says. */
  | { kind: 'later'; afterMs?: number }
  /** The token is no longer good: get another, then try again. */
  | { kind: 'renew' }
  | { kind: 'refused'; reason: RefusalReason };

export type Delivery =
  | { kind: 'waiting' }
  | { kind: 'sending'; percent?: number }
  | { kind: 'accepted'; id: string }
  | { kind: 'refused'; reason: RefusalReason };

/** An item of the outbox. Its `clientId` makes sending it again harmless. */
export interface OutgoingItem {
  clientId: string;
  activity: Omit<OutgoingActivity, 'from' | 'channelData'>;
  /** Milliseconds since 1970, this device's clock. */
  at: number;
  delivery: Delivery;
  /** Kept in memory only: what the browser keeps between pages cannot hold it. */
  file?: { blob: Blob; name: string };
}
