import type { TranscriptPage, TranscriptRow } from '../../protocol/desk/session.ts';
import type { Stretch } from '../api/calls/session-calls.ts';
import type { Failure, Result } from '../api/failure.ts';
import { createCell } from './cell.ts';
import { type CoalesceOptions, coalesce } from './coalesce.ts';

/** What the desk holds of a conversation: an unbroken stretch of its transcript up to the newest. */
export interface TranscriptView {
  readonly rows: readonly TranscriptRow[];
  readonly hasEarlier: boolean;
}

export type LoadableTranscript =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly view: TranscriptView; readonly failure: Failure | null }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface Transcript {
  get(): LoadableTranscript;
  subscribe(watcher: () => void): () => void;
  /** Whether anybody looks at it just now. */
  watched(): boolean;
  /** Fetches the newest at first, then what came since. */
  refresh(): Promise<void>;
  loadEarlier(): Promise<void>;
}

export type FetchStretch = (stretch: Stretch) => Promise<Result<TranscriptPage>>;

/** Rows asked for at a time. */
const PAGE = 50;

export function createTranscript(fetchStretch: FetchStretch, pace: CoalesceOptions): Transcript {
  const cell = createCell<LoadableTranscript>({ state: 'loading' });

  const fail = (failure: Failure) => {
    const before = cell.get();
    cell.set(before.state === 'ready' ? { ...before, failure } : { state: 'failed', failure });
  };
  const show = (change: (view: TranscriptView) => TranscriptView) => {
    const before = cell.get();
    const view = change(before.state === 'ready' ? before.view : { rows: [], hasEarlier: false });
    if (before.state === 'ready' && before.failure === null && before.view === view) return;
    cell.set({ state: 'ready', view, failure: null });
  };

  const refresh = coalesce(async () => {
    for (;;) {
      const before = cell.get();
      const last = before.state === 'ready' ? lastSeq(before.view.rows) : null;
      const result = await fetchStretch(last === null ? { limit: PAGE } : { after: last, limit: PAGE });
      if (!result.ok) return fail(result.failure);
      show((view) => withNewer(view, result.value, last === null));
      const reached = lastSeq(result.value.rows);
      if (last === null || reached === null || reached >= result.value.seq) return;
    }
  }, pace);

  const loadEarlier = coalesce(async () => {
    const before = cell.get();
    const first = before.state === 'ready' ? before.view.rows[0] : undefined;
    if (first === undefined) return;
    const result = await fetchStretch({ before: first.seq, limit: PAGE });
    if (!result.ok) return fail(result.failure);
    show((view) => ({ rows: mergeRows(view.rows, result.value.rows), hasEarlier: result.value.hasEarlier }));
  }, pace);

  return { get: cell.get, subscribe: cell.subscribe, watched: cell.watched, refresh, loadEarlier };
}

/** Both lists as one, in order of seq, each seq once; rows already known are kept as they are. */
export function mergeRows(known: readonly TranscriptRow[], more: readonly TranscriptRow[]): readonly TranscriptRow[] {
  const seen = new Set(known.map((row) => row.seq));
  const fresh = more.filter((row) => !seen.has(row.seq));
  return fresh.length === 0 ? known : [...known, ...fresh].sort((a, b) => a.seq - b.seq);
}

function withNewer(view: TranscriptView, page: TranscriptPage, first: boolean): TranscriptView {
  const rows = mergeRows(view.rows, page.rows);
  const hasEarlier = first ? page.hasEarlier : view.hasEarlier;
  return rows === view.rows && hasEarlier === view.hasEarlier ? view : { rows, hasEarlier };
}

function lastSeq(rows: readonly TranscriptRow[]): number | null {
  return rows.at(-1)?.seq ?? null;
}
