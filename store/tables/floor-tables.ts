/** Something that a colleague said to one of the staff, or did with what was theirs. The words stand in the transcript. */
export interface StaffWordTable {
  id: string;
  to_id: string;
  from_id: string;
  /** whisper: said within a conversation; taken_over, reassigned: it was theirs until then; given: it is theirs from then on. */
  kind: 'whisper' | 'taken_over' | 'reassigned' | 'given';
  session_id: string;
  conversation_id: string;
  /** The last seq of the transcript when it was said. */
  seq: number;
  at: number;
  /** Null until they have seen it. */
  heard_at: number | null;
}

/** A threshold that was crossed, from then until it held again; one at a time of each kind and scope. */
export interface FloorAlertTable {
  id: string;
  /** A name in domain/floor/thresholds. */
  kind: string;
  /** The skill it is about; empty where it is about all. */
  scope: string;
  /** What was measured when it was raised, and what it was held against. */
  value: number;
  threshold: number;
  raised_at: number;
  cleared_at: number | null;
  acknowledged_by: string | null;
  acknowledged_at: number | null;
}
