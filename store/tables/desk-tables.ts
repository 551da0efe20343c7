/** Who is at the desk, as the heartbeat of their desk keeps it: it outlives a restart. */
export interface AgentPresenceTable {
  staff_id: string;
  seen_at: number;
  /** 1 where new conversations may be given to them. */
  available: number;
  /** When they last took a conversation or let one go. Its row is locked by whatever changes how many they have. */
  idle_since: number;
  /** Since when they are there and available, or there and away. */
  since_at: number;
}

/** A canned reply that was sent, in which matter: what suggestions learn from. */
export interface ReplyUseTable {
  session_id: string;
  /** The desk's own id of the message. */
  message_id: string;
  reply_id: string;
  intent: string | null;
  at: number;
}

/** A promise to call: what its ticket does not hold. */
export interface CallTaskTable {
  ticket_id: string;
  phone: string;
  /** The window the customer chose. */
  from_at: number;
  until_at: number;
}
