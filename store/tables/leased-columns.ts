/** What every table has whose rows leave one after the other, each its sender's alone for a while. */
export interface LeasedColumns {
  id: string;
  seq: number;
  state: 'due' | 'sending' | 'sent' | 'dead' | 'unknown';
  tries: number;
  /** While sending: until when it is its sender's alone. */
  due_at: number;
  last_error: string | null;
  created_at: number;
  sent_at: number | null;
}
