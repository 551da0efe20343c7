/** Rows of what customers are told without asking. */

/** Somebody who has reported or joined a ticket, and what they know of it. */
export interface TicketFollowerTable {
  ticket_id: string;
  conversation_id: string;
  since_at: number;
  /** JSON: Told, what they were last told. */
  told: string;
  /** The first change that they have not been told; null while there is none. */
  changed_at: number | null;
  /** When it is to be looked at whether to tell them. */
  look_at: number | null;
  last_told_at: number | null;
  /** 1 where they want to be told at night too. */
  at_night: number;
}

/** The steps by which an account registered for life support is reached in an outage. */
export interface ContactLadderTable {
  account_id: string;
  cause_kind: 'ticket' | 'incident';
  cause_id: string;
  state: 'messaged' | 'calling' | 'acknowledged' | 'over';
  /** When the next step is to be looked at; null once it has ended. */
  look_at: number | null;
  messaged_at: number;
  /** What the customer answered. */
  answer: 'safe' | 'help' | null;
  answered_at: number | null;
  call_ticket_id: string | null;
  /** `customer`, or whoever settled the call. */
  acknowledged_by: string | null;
  ended_at: number | null;
}
