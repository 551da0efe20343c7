import { App } from 'antd';
import { useState } from 'react';
import type { IncidentItem } from '../../protocol/desk/incident.ts';
import type { Failure, Result } from '../api/failure.ts';
import { useDesk, useSeat } from '../app/desk-context.tsx';
import type { Desk } from '../live/desk.ts';
import { type Previewed, previewMove } from './preview-move.ts';
import { standsAsSeen } from './stands-as-seen.ts';

export interface IncidentDecision {
  readonly send: (version: number) => Promise<Result<unknown>>;
  /** What to say when it is done. */
  readonly done: string;
  /** Shown at once, and taken back where the server refuses. */
  readonly preview?: Previewed;
  /** It is about the device that was probable when the decision was begun. */
  readonly ofDevice?: boolean;
}

export interface IncidentChange {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** True where it was done. */
  readonly run: (decision: IncidentDecision) => Promise<boolean>;
}

/** Inference may be quicker than a person again and again; it gives way in the end. */
const TRIES = 4;

/**
 * Runs a change of an incident that was decided upon as it stood when the component came. What inference has changed
 * meanwhile is no reason to ask again; what a colleague has decided is: the change is refused, and decided upon anew.
 */
export function useIncidentChange(number: string): IncidentChange {
  const desk = useDesk();
  const { me } = useSeat();
  const { message } = App.useApp();
  const [seen, setSeen] = useState(() => incidentOf(desk, number));
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);

  const run = async ({ send, done, preview, ofDevice = false }: IncidentDecision): Promise<boolean> => {
    if (busy || seen === null) return false;
    setBusy(true);
    setFailure(null);
    const takeBack = preview === undefined ? null : showPreview(desk, number, preview, me.staff.name);
    const isAsSeen = (now: IncidentItem | null) => now !== null && standsAsSeen(seen, now, { ofDevice });
    let result = await send(seen.version);
    for (let tries = 1; isOvertaken(result) && tries < TRIES; tries += 1) {
      await desk.incident(number).refresh();
      const now = incidentOf(desk, number);
      if (now === null || !isAsSeen(now)) break;
      result = await send(now.version);
    }
    setBusy(false);
    if (!result.ok) {
      takeBack?.();
      await desk.incident(number).refresh();
      setSeen(incidentOf(desk, number));
      setFailure(result.failure);
    }
    desk.refreshBoard();
    if (result.ok) void message.success(done);
    return result.ok;
  };
  return { busy, failure, run };
}

function isOvertaken(result: Result<unknown>): boolean {
  return !result.ok && result.failure.kind === 'refused' && result.failure.code === 'incident_changed';
}

function incidentOf(desk: Desk, number: string): IncidentItem | null {
  const known = desk.incident(number).get();
  return known.state === 'ready' ? known.value.incident : null;
}

/** Returns what takes it back. */
function showPreview(desk: Desk, number: string, preview: Previewed, name: string): () => void {
  const resource = desk.incident(number);
  const known = resource.get();
  if (known.state !== 'ready') return () => undefined;
  const show = (incident: IncidentItem) => {
    resource.put({ ...known.value, incident });
    desk.showIncident(incident);
  };
  show(previewMove(known.value, preview, { name, now: Date.now() }));
  return () => show(known.value.incident);
}
