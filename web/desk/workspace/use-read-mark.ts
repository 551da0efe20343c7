import { useEffect, useSyncExternalStore } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';

interface Reading {
  readonly item: SessionItem;
  readonly owned: boolean;
  /** What stands before the reader's eyes, or null where they look elsewhere. */
  readonly seq: number | null;
}

/** Marks as read what is seen; the customer hears of it only from the agent who owns the conversation. */
export function useReadMark({ item, owned, seq }: Reading): void {
  const desk = useDesk();
  const visible = useVisible();
  useEffect(() => {
    if (seq === null || !visible || !desk.readMarks.mark(item.conversationId, seq) || !owned) return;
    void desk.api.read(item.id, seq);
  }, [desk, item.id, item.conversationId, owned, seq, visible]);
}

function useVisible(): boolean {
  return useSyncExternalStore(
    (watcher) => {
      document.addEventListener('visibilitychange', watcher);
      return () => document.removeEventListener('visibilitychange', watcher);
    },
    () => document.visibilityState === 'visible',
  );
}
