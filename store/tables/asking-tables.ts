/** Rows of asking customers back whether they have power. */

/** What an account's customer has said to being asked; the latest counts, and all stay. */
export interface AskingConsentTable {
  account_id: string;
  at: number;
  /** Where it was said, and where they are asked. */
  conversation_id: string;
  /** 1: may be asked; 0: not any more. */
  agrees: number;
  /** Theirs, as they wrote or chose them. */
  words: string;
}

/**
 * asked: may yet be answered; on, dark: what was answered; other: something else was, or they do not know; expired: nothing
 * was; over: it fell away, for its incident is over or it could not be put.
 */
export type SupplyQuestionState = 'asked' | 'on' | 'dark' | 'other' | 'expired' | 'over';

/** A question to one customer because of one incident. */
export interface SupplyQuestionTable {
  id: string;
  incident_id: string;
  feeder_id: string;
  account_id: string;
  conversation_id: string;
  /** What the answer was expected to tell, in bits. */
  gain: number;
  state: SupplyQuestionState;
  asked_at: number;
  expires_at: number;
  answered_at: number | null;
}

/** Whether customers are asked because of an incident, and what it would tell. */
export interface IncidentAskingTable {
  incident_id: string;
  /** What a person has decided, 1 or 0; null where nobody has. */
  asks: number | null;
  by_id: string | null;
  decided_at: number | null;
  /** How many customers it would pay to ask now, at the last look, and what they would tell together in bits. */
  would_tell: number | null;
  gain: number | null;
  looked_at: number | null;
}
