import { App } from 'antd';
import { useState } from 'react';
import type { SessionItem } from '../../protocol/desk/session.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';

/** Runs a change of a session from a dialog: busy meanwhile, then the news is fetched and the dialog goes. */
export function useSessionChange(item: Pick<SessionItem, 'id' | 'conversationId'>, done: string, onDone: () => void) {
  const desk = useDesk();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = async (change: () => Promise<Result<unknown>>) => {
    if (busy) return;
    setBusy(true);
    setFailure(null);
    const result = await change();
    setBusy(false);
    if (!result.ok) return setFailure(result.failure);
    onDone();
    void message.success(done);
    void desk.session(item.id).refresh();
    void desk.sessions.refresh();
    if (desk.floor.watched()) void desk.floor.refresh();
    void desk.transcript(item.conversationId).refresh();
  };
  return { run, busy, failure };
}
