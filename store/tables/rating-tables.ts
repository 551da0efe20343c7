import type { FollowUpOutcome, FollowUpState } from '../../domain/ratings/follow-up.ts';

/** A low rating that a supervisor looks into. */
export interface RatingFollowUpTable {
  session_id: string;
  state: FollowUpState;
  /** The supervisor answerable now, never the one rated; null only while no such supervisor is there. */
  responsible_id: string | null;
  outcome: FollowUpOutcome | null;
  version: number;
  opened_at: number;
  updated_at: number;
  closed_at: number | null;
}

/** What happened to it, append-only. */
export interface RatingFollowUpEventTable {
  session_id: string;
  seq: number;
  at: number;
  actor: string;
  /** opened, responsible, in_hand, closed. */
  type: string;
  /** JSON. */
  data: string;
}
