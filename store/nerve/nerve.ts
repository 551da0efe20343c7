/**
 * The nervous system: what may vanish without loss. Leases save work, they fence nothing (SQL does); messages only say
 * that there is something new. In one process it is memory, across processes Redis: one contract suite on both.
 */
export interface Nerve {
  /** Takes the lease, or null where another holds it. It ends by itself after `ttlMs` unless renewed. */
  lease(key: string, ttlMs: number): Promise<Lease | null>;
  /** To every subscriber of the topic in every process, this one's too. Never rejects: what is lost is found by reading. */
  publish(topic: string, message: string): void;
  /** Calls back until the returned function is called. */
  subscribe(topic: string, listener: (message: string) => void): () => void;
  /** Spends one of `limit` uses within a sliding pair of windows of `windowMs`. */
  spend(key: string, limit: number, windowMs: number): Promise<Spending>;
  /** Marks a member present in a group for `ttlMs`. */
  beat(group: string, member: string, ttlMs: number): Promise<void>;
  /** Takes a member out at once. */
  leave(group: string, member: string): Promise<void>;
  present(group: string): Promise<string[]>;
  /** Resolves when it answers; rejects when it can't be reached. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

export interface Lease {
  /** False when the lease was lost meanwhile. */
  renew(): Promise<boolean>;
  release(): Promise<void>;
}

export interface Spending {
  readonly allowed: boolean;
  /** Milliseconds after which another try may succeed; 0 where allowed. */
  readonly retryAfterMs: number;
}
