import type { Activity, Frame } from '../wire/activity.ts';
import { rowSeq } from './row-id.ts';

/** What has been received of a conversation: each row once, in the server's order, and the watermark to go on from. */
export interface Received {
  readonly rows: readonly Activity[];
  readonly watermark: string | undefined;
}

export const NOTHING_RECEIVED: Received = { rows: [], watermark: undefined };

/** What a frame changed: the rows that were not known before, and what passes without being kept. */
export interface Reception {
  received: Received;
  fresh: readonly Activity[];
  passing: readonly Activity[];
}

/** Takes in a frame of stream or polling. Both may bring the same row, and in any order; it stands once, by its seq. */
export function receive(before: Received, frame: Frame): Reception {
  const known = new Set(before.rows.map((row) => row.id));
  const fresh: Activity[] = [];
  const passing: Activity[] = [];
  for (const activity of frame.activities) {
    if (activity.id === undefined) passing.push(activity);
    else if (!known.has(activity.id)) {
      known.add(activity.id);
      fresh.push(activity);
    }
  }
  const rows = fresh.length === 0 ? before.rows : inOrder([...before.rows, ...fresh]);
  return { received: { rows, watermark: furthest(before.watermark, frame.watermark) }, fresh, passing };
}

/** A stable sort: rows without a seq of ours (a foreign server's ids) stay where they arrived. */
function inOrder(rows: Activity[]): Activity[] {
  const last = rows.length - 1;
  const sorted = rows.every((row, index) => index === last || seqOf(row) <= seqOf(rows[index + 1]));
  return sorted ? rows : rows.sort((a, b) => seqOf(a) - seqOf(b));
}

function seqOf(row: Activity | undefined): number {
  return rowSeq(row?.id) ?? Number.MAX_SAFE_INTEGER;
}

/** A watermark never goes back: a late frame of a dying socket may be older than what polling has brought. */
function furthest(a: string | undefined, b: string | undefined): string | undefined {
  if (a === undefined || b === undefined) return b ?? a;
  const [left, right] = [Number(a), Number(b)];
  if (Number.isNaN(left) || Number.isNaN(right)) return b;
  return right >= left ? b : a;
}
