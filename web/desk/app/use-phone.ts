import { useSyncExternalStore } from 'react';

/** Whether there is room for one pane only; the same width stands in styles/. */
export function usePhone(): boolean {
  return useMedia('(max-width: 759px)');
}

/** Whether the context has no place of its own beside the conversation. */
export function useNarrow(): boolean {
  return useMedia('(max-width: 1179px)');
}

function useMedia(query: string): boolean {
  return useSyncExternalStore(
    (watcher) => {
      const media = window.matchMedia(query);
      media.addEventListener('change', watcher);
      return () => media.removeEventListener('change', watcher);
    },
    () => window.matchMedia(query).matches,
  );
}
