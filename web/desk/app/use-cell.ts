import { useEffect, useSyncExternalStore } from 'react';
import type { Loadable, Resource } from '../live/resource.ts';

interface Watchable<T> {
  get(): T;
  subscribe(watcher: () => void): () => void;
}

export function useCell<T>(cell: Watchable<T>): T {
  return useSyncExternalStore(cell.subscribe, cell.get);
}

/** Watches something on the server and has it fetched anew when it comes into view. */
export function useResource<T>(resource: Resource<T>): Loadable<T> {
  useEffect(() => {
    void resource.refresh();
  }, [resource]);
  return useCell(resource);
}
