import type { Failure, Result } from '../api/failure.ts';
import { createCell } from './cell.ts';
import { type CoalesceOptions, coalesce } from './coalesce.ts';
import { share } from './share.ts';

/** What is known of something on the server. A failure after a success keeps the last value: stale beats gone. */
export type Loadable<T> =
  | { readonly state: 'loading' }
  | { readonly state: 'ready'; readonly value: T; readonly failure: Failure | null }
  | { readonly state: 'failed'; readonly failure: Failure };

export interface Resource<T> {
  get(): Loadable<T>;
  subscribe(watcher: () => void): () => void;
  /** Whether anybody looks at it just now. */
  watched(): boolean;
  /** Fetches again; settles when an answer asked for after this call is in. */
  refresh(): Promise<void>;
  /** Puts an answer that came by another way. */
  put(value: T): void;
}

export function createResource<T>(load: () => Promise<Result<T>>, pace: CoalesceOptions): Resource<T> {
  const cell = createCell<Loadable<T>>({ state: 'loading' });
  const put = (value: T) => {
    const before = cell.get();
    const known = before.state === 'ready' ? before.value : undefined;
    const shared = share(known, value);
    if (before.state === 'ready' && before.failure === null && shared === known) return;
    cell.set({ state: 'ready', value: shared, failure: null });
  };
  const refresh = coalesce(async () => {
    const result = await load();
    if (result.ok) return put(result.value);
    const before = cell.get();
    cell.set(
      before.state === 'ready' ? { ...before, failure: result.failure } : { state: 'failed', failure: result.failure },
    );
  }, pace);
  return { get: cell.get, subscribe: cell.subscribe, watched: cell.watched, refresh, put };
}
