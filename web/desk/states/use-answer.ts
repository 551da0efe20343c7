import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../api/failure.ts';

export interface Answer<T> {
  /** The last that came, also while the next is asked for; null until the first is there. */
  readonly value: T | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly refresh: () => void;
}

/** What the server answers to a question; an answer to an earlier one is thrown away. `ask` must stay the same while its question does. */
export function useAnswer<T>(ask: () => Promise<Result<T>>): Answer<T> {
  const [value, setValue] = useState<T | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const load = useCallback(async () => {
    turn.current += 1;
    const mine = turn.current;
    setBusy(true);
    const result = await ask();
    if (mine !== turn.current) return;
    setBusy(false);
    setFailure(result.ok ? null : result.failure);
    if (result.ok) setValue(result.value);
  }, [ask]);
  useEffect(() => {
    void load();
  }, [load]);
  return { value, failure, busy, refresh: () => void load() };
}
