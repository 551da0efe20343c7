import { App } from 'antd';
import { useState } from 'react';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';

/** Runs a change of a ticket: busy meanwhile; then, or where another was faster, the ticket is fetched anew. */
export function useTicketChange(number: string) {
  const desk = useDesk();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  /** True where it was done. */
  const run = async (change: () => Promise<Result<unknown>>, done: string): Promise<boolean> => {
    if (busy) return false;
    setBusy(true);
    setFailure(null);
    const result = await change();
    setBusy(false);
    void desk.ticket(number).refresh();
    if (!result.ok) {
      setFailure(result.failure);
      return false;
    }
    void message.success(done);
    return true;
  };
  return { run, busy, failure, forget: () => setFailure(null) };
}
