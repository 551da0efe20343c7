/** An entry's place in the chain of the audit log; append-only, as the log itself. */
export interface AuditLinkTable {
  /** From 1, without gaps. */
  seq: number;
  entry_id: string;
  chained_at: number;
  /** SHA-256 in hex over the canonical form that domain/audit states. */
  hash: string;
}

/** Entries that the chainer has yet to chain, put here by the store with each that is written. */
export interface AuditPendingTable {
  entry_id: string;
}
