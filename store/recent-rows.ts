import type { ActivityTable } from './tables/conversation-tables.ts';

/** What is shown of a row of the transcript; how it was handled is the database's to tell. */
export type ShownRow = Pick<ActivityTable, 'seq' | 'direction' | 'author' | 'author_id' | 'body' | 'at'>;

/** Enough for what is on its way to the sockets of this process at a moment. */
const MOST_CONVERSATIONS = 500;
const MOST_ROWS = 20;

/**
 * The newest rows that this process has committed, so that its own sockets need not read back what has just been written.
 * It answers only where it holds every row that is asked for; what other processes write makes a gap, and is read.
 */
export class RecentRows {
  readonly #conversations = new Map<string, readonly ShownRow[]>();

  /** Takes rows that are committed, in the order of their seq and without gaps. */
  add(conversationId: string, rows: readonly ShownRow[]): void {
    const known = this.#conversations.get(conversationId) ?? [];
    const follows = known.at(-1)?.seq === (rows[0]?.seq ?? 0) - 1;
    this.#conversations.delete(conversationId);
    this.#conversations.set(conversationId, (follows ? [...known, ...rows] : rows).slice(-MOST_ROWS));
    if (this.#conversations.size <= MOST_CONVERSATIONS) return;
    const oldest = this.#conversations.keys().next();
    if (!oldest.done) this.#conversations.delete(oldest.value);
  }

  /** All rows after `seq` up to `upTo` at the least, or null where one of them is not known here. */
  between(conversationId: string, seq: number, upTo: number): ShownRow[] | null {
    const rows = this.#conversations.get(conversationId);
    const first = rows?.[0];
    const last = rows?.at(-1);
    if (!rows || !first || !last || first.seq > seq + 1 || last.seq < upTo) return null;
    return rows.filter((row) => row.seq > seq);
  }
}
