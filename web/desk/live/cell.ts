/** A value that can be watched: the smallest store that React's useSyncExternalStore takes. */
export interface Cell<T> {
  get(): T;
  /** Tells the watchers only where the value is another one (by identity). */
  set(value: T): void;
  subscribe(watcher: () => void): () => void;
  /** Whether anybody watches just now. */
  watched(): boolean;
}

export function createCell<T>(first: T): Cell<T> {
  let current = first;
  const watchers = new Set<() => void>();
  return {
    get: () => current,
    set(value) {
      if (Object.is(value, current)) return;
      current = value;
      for (const watcher of [...watchers]) watcher();
    },
    subscribe(watcher) {
      watchers.add(watcher);
      return () => {
        watchers.delete(watcher);
      };
    },
    watched: () => watchers.size > 0,
  };
}
