import type { TranscriptRow } from '../../protocol/desk/session.ts';
import { type ActivityView, viewActivity } from './activity-view.ts';

/** What stands in the transcript pane, from top to bottom. */
export type Block =
  | { readonly kind: 'day'; readonly key: string; readonly at: number }
  | { readonly kind: 'session'; readonly key: string; readonly at: number }
  | {
      readonly kind: 'message';
      readonly key: string;
      readonly row: TranscriptRow;
      readonly view: Extract<ActivityView, { kind: 'message' }>;
      /** First of several by the same author: it carries the name. */
      readonly leads: boolean;
    }
  | {
      readonly kind: 'note';
      readonly key: string;
      readonly row: TranscriptRow;
      readonly view: Exclude<ActivityView, { kind: 'message' } | { kind: 'hidden' }>;
    };

/** A pause after which the same author's name is given again, ms. */
const PAUSE = 5 * 60_000;

/** Orders rows into blocks; `dayOf` names the day of a time in the reader's place. */
export function transcriptBlocks(
  rows: readonly TranscriptRow[],
  { page, dayOf }: { page: string; dayOf: (at: number) => string },
): Block[] {
  const blocks: Block[] = [];
  let day: string | null = null;
  let sessionId: string | null = null;
  let last: TranscriptRow | null = null;
  for (const row of rows) {
    const view = viewActivity(row.activity, page);
    if (view.kind === 'hidden') continue;
    if (dayOf(row.at) !== day) {
      day = dayOf(row.at);
      blocks.push({ kind: 'day', key: `day-${row.seq}`, at: row.at });
      last = null;
    }
    if (row.sessionId !== null && sessionId !== null && row.sessionId !== sessionId) {
      blocks.push({ kind: 'session', key: `session-${row.seq}`, at: row.at });
      last = null;
    }
    sessionId = row.sessionId ?? sessionId;
    const key = `row-${row.seq}`;
    if (view.kind === 'message') {
      blocks.push({ kind: 'message', key, row, view, leads: !follows(last, row) });
      last = row;
    } else {
      blocks.push({ kind: 'note', key, row, view });
      last = null;
    }
  }
  return blocks;
}

function follows(last: TranscriptRow | null, row: TranscriptRow): boolean {
  return last !== null && last.author === row.author && last.authorName === row.authorName && row.at - last.at < PAUSE;
}
