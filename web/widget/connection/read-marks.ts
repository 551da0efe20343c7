import type { Activity } from '../wire/activity.ts';
import type { KeyValue } from './key-value.ts';
import { rowSeq } from './row-id.ts';

const KEY = 'read';
const SETTLE_MS = 600;

/** How far the customer has read: told to the server once they have rested on it, and kept for the next page. */
export class ReadMarks {
  readonly #kept: KeyValue;
  readonly #tell: (rowId: string) => void;
  #told: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(kept: KeyValue, tell: (rowId: string) => void) {
    this.#kept = kept;
    this.#tell = tell;
  }

  /** The customer sees the conversation down to this row. */
  read(row: Activity | undefined): void {
    const id = row?.id;
    if (id === undefined || id === this.#told) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#told = id;
      this.#kept.set(KEY, id);
      this.#tell(id);
    }, SETTLE_MS);
  }

  /** The seq of the last row read in a conversation; 0 where nothing of it has been read. */
  seqIn(conversationId: string): number {
    const last = this.#kept.get(KEY) ?? '';
    return last.startsWith(`${conversationId}|`) ? (rowSeq(last) ?? 0) : 0;
  }

  /** How many messages among these rows came after the last one read on an earlier page. */
  unreadAmong(rows: readonly Activity[]): number {
    const last = this.#kept.get(KEY);
    const seq = rowSeq(last);
    if (last === undefined || seq === undefined) return 0;
    const conversation = last.slice(0, last.lastIndexOf('|') + 1);
    return rows.filter(
      ({ type, id = '', from }) =>
        type === 'message' && from.role !== 'user' && id.startsWith(conversation) && (rowSeq(id) ?? 0) > seq,
    ).length;
  }
}
