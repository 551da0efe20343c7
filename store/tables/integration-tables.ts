import type { LeasedColumns } from './leased-columns.ts';

/** Rows of other systems that work with us: their keys, what they were answered, and what they are told. */
export interface ApiKeyTable {
  id: string;
  /** Which system it is: several keys of one client are the same caller. */
  client: string;
  /** SHA-256 of the key, which nobody else keeps; 256 random bits need no slow hash. */
  key_hash: string;
  /** JSON: ApiScope[]. */
  scopes: string;
  created_at: number;
  expires_at: number | null;
  revoked_at: number | null;
  last_used_at: number | null;
}

/** What a change that carried an idempotency key was answered. */
export interface IdempotentAnswerTable {
  client: string;
  key: string;
  /** SHA-256 of what was asked: method, path and body. */
  request_hash: string;
  /** JSON. */
  answer: string;
  created_at: number;
}

/** Who wants to be told what, and where. */
export interface WebhookEndpointTable {
  id: string;
  name: string;
  url: string;
  /** JSON: WebhookEvent[]. */
  events: string;
  /** 1 where customers' telephone numbers and accounts are sent too. */
  contacts: number;
  active: number;
  created_at: number;
}

/** What an endpoint's messages are signed with; while one gives way to another, with both. */
export interface WebhookSecretTable {
  id: string;
  endpoint_id: string;
  /** Base64. Kept as it is: a signature needs it. */
  secret: string;
  created_at: number;
  /** Until when it still signs; null for the present one. */
  retires_at: number | null;
}

/** One event on its way to one endpoint: written in the commit of what it tells of. */
export interface WebhookDeliveryTable extends LeasedColumns {
  endpoint_id: string;
  subject_kind: 'ticket' | 'incident';
  subject_id: string;
  /** A WebhookEvent. `seq` is that of the event in its subject's history. */
  type: string;
}
