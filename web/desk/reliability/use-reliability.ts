import { useCallback, useEffect, useRef, useState } from 'react';
import type { Reliability } from '../../protocol/desk/reliability.ts';
import type { ReliabilityFilter } from '../api/calls/service-calls.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';

export interface ReliabilityState {
  /** The last that came, also while the next is asked for; null until the first is there. */
  readonly figures: Reliability | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly refresh: () => void;
}

/** The figures for a filter; an answer to an earlier one is thrown away. */
export function useReliability({ town, from, to }: ReliabilityFilter): ReliabilityState {
  const desk = useDesk();
  const [figures, setFigures] = useState<Reliability | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    const result = await desk.api.reliability({ town, from, to });
    if (mine !== turn.current) return;
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setFigures(result.value);
  }, [desk, town, from, to]);
  useEffect(() => {
    void load();
  }, [load]);
  return { figures, failure, busy, refresh: () => void load() };
}
