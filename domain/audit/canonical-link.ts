/** An entry of the audit log as it is stored. */
export interface StoredEntry {
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly actor: string;
  readonly action: string;
  readonly subject: string;
  /** JSON as it was written: never parsed and written anew. */
  readonly detail: string;
}

/** Where an entry stands in the chain. */
export interface LinkPlace {
  /** From 1, without gaps. */
  readonly seq: number;
  /** Hash of the link before, in hex; START for the first. */
  readonly previous: string;
  readonly chainedAt: number;
}

/** Stands for the link before the first. */
export const START = '0'.repeat(64);

/** Changes with the form, so that a chain tells which it was made by. */
const FORM = 'switchboard-audit-1';

/**
 * What a link's SHA-256 is taken over, as UTF-8: a JSON array in the canonical form of RFC 8785, without white space. Whole
 * numbers and texts only, so that JSON.stringify writes just that form. No two links have the same text.
 */
export function canonicalLink({ seq, previous, chainedAt }: LinkPlace, entry: StoredEntry): string {
  const { id, at, actor, action, subject, detail } = entry;
  return JSON.stringify([FORM, seq, previous, chainedAt, id, at, actor, action, subject, detail]);
}
