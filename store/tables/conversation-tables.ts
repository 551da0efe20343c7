import type { LeasedColumns } from './leased-columns.ts';

/**
 * Rows of everything a conversation is made of. Times are milliseconds since 1970 (UTC), flags 0 or 1, ids and JSON are
 * text: the same on SQLite and PostgreSQL.
 */
export interface ConversationTable {
  id: string;
  /** Bot Framework channel id: directline, msteams, telegram, … */
  channel: string;
  /** The channel's own name of the thread; unique within the channel. */
  thread: string;
  user_id: string;
  user_name: string | null;
  /** JSON: Bot Framework ConversationReference with audience, for channels that are written to; null for Direct Line. */
  reference: string | null;
  language: string | null;
  /** The last seq given to an activity. */
  seq: number;
  /** Raised by every commit that decides: a turn, a takeover, a release, a close. */
  version: number;
  /** The open service session, if any. */
  session_id: string | null;
  created_at: number;
  updated_at: number;
}

/** One row of the transcript. The activity's id is derived from conversation and seq, never stored. */
export interface ActivityTable {
  conversation_id: string;
  seq: number;
  direction: 'in' | 'out';
  author: 'customer' | 'bot' | 'agent' | 'system';
  /** The customer's or agent's id, where one speaks. */
  author_id: string | null;
  session_id: string | null;
  /** The channel's own id of the message, or the client's: unique in the conversation, so that a retry changes nothing. */
  message_id: string | null;
  /** JSON: a Bot Framework activity. */
  body: string;
  at: number;
  /** pending: an inbound not yet handled; done; dead: set aside after three tries; none: nothing to handle. */
  handling: 'pending' | 'done' | 'dead' | 'none';
  tries: number;
}

/** A service session: one matter's stretch of a conversation, opened by a first message. */
export interface ServiceSessionTable {
  id: string;
  conversation_id: string;
  state: 'bot' | 'queued' | 'assigned' | 'closed';
  /** The agent who owns it, while assigned. */
  agent_id: string | null;
  skill: 'fault' | 'billing' | 'complaint' | 'general';
  severity: 'P1' | 'P2' | 'P3' | 'P4' | null;
  language: string | null;
  /** The intent that opened it or was last acted upon. */
  intent: string | null;
  /** JSON: the story for whoever takes over (SessionSummary in domain/desk). */
  summary: string | null;
  opened_at: number;
  last_activity_at: number;
  queued_at: number | null;
  assigned_at: number | null;
  first_response_at: number | null;
  closed_at: number | null;
  closed_by: 'agent' | 'bot' | 'idle' | null;
  disposition: string | null;
  /** JSON: Corrections, what people at the desk have put right; null where nobody has. */
  corrections: string | null;
  /** 1 where somebody depends on supply or can't help themselves: goes before its equals. */
  special_need: number;
  /** When it went back into the queue because its owner was gone; null once it has an owner or has been given back by one. */
  returned_at: number | null;
  /** The agent who gave it away last, while it waits. */
  given_back_by: string | null;
  /** The name that the customer goes on seeing, where a supervisor has taken over without showing it; null for the owner's own. */
  shown_as: string | null;
}

/** Bot Framework state: a document a key, owned by a conversation, whose version guards it. */
export interface BotStateTable {
  key: string;
  conversation_id: string;
  value: string;
  updated_at: number;
}

/** What has yet to leave for a channel outside. */
export interface OutboxTable extends LeasedColumns {
  conversation_id: string;
  /** Seq of the inbound whose turn said it; null where a person did. */
  answers: number | null;
  channel: string;
  /** Decides what happens when a send's outcome is unknown: danger is sent again, a notice is not, a reply is. */
  kind: 'reply' | 'danger' | 'notice';
}

export interface AttachmentTable {
  id: string;
  conversation_id: string;
  name: string;
  content_type: string;
  size: number;
  sha256: string;
  bytes: Uint8Array;
  created_at: number;
}

export interface RatingTable {
  session_id: string;
  conversation_id: string;
  /** Who was rated: the agent who closed the session, or null for the bot. */
  agent_id: string | null;
  /** 1 to 5. */
  score: number;
  words: string | null;
  language: string | null;
  created_at: number;
  /** Seq of what the customer said it with: in the transcript the agent rated does not see it. Null for those of before. */
  seq: number | null;
}

/** The browser's key to its earlier conversation: rotated at each use. */
export interface WidgetResumeTable {
  key_hash: string;
  conversation_id: string;
  user_id: string;
  created_at: number;
  expires_at: number;
  used_at: number | null;
}

export interface SigningKeyTable {
  id: string;
  purpose: string;
  secret: string;
  created_at: number;
}
