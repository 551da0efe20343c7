import { App } from 'antd';
import { useState } from 'react';
import type { IncidentItem } from '../../protocol/desk/incident.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import { type Previewed, previewMove } from './preview-move.ts';

export interface IncidentChange {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** True where it was done. `preview` is shown at once and taken back where the server refuses. */
  readonly run: (change: () => Promise<Result<unknown>>, done: string, preview?: Previewed) => Promise<boolean>;
}

/** Runs a change of an incident; then, or where another was faster, everything that shows it is fetched anew. */
export function useIncidentChange(number: string): IncidentChange {
  const desk = useDesk();
  const { me } = useSeat();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const show = (incident: IncidentItem) => {
    const resource = desk.incident(number);
    const known = resource.get();
    if (known.state === 'ready') resource.put({ ...known.value, incident });
    desk.showIncident(incident);
  };

  const run: IncidentChange['run'] = async (change, done, preview) => {
    if (busy) return false;
    setBusy(true);
    setFailure(null);
    const before = desk.incident(number).get();
    const detail = before.state === 'ready' ? before.value : null;
    if (detail !== null && preview !== undefined) {
      show(previewMove(detail, preview, { name: me.staff.name, now: Date.now() }));
    }
    const result = await change();
    setBusy(false);
    if (!result.ok) {
      if (detail !== null && preview !== undefined) show(detail.incident);
      setFailure(result.failure);
    }
    desk.refreshBoard();
    if (result.ok) void message.success(done);
    return result.ok;
  };
  return { busy, failure, run };
}
