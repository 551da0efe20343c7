import { useCallback, useEffect, useRef, useState } from 'react';
import type { Failure, Result } from '../api/failure.ts';

export interface Pages<T> {
  /** All that came so far; null until the first page is in. */
  readonly items: readonly T[] | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  /** Fetches the next page; null where there is none. */
  readonly more: (() => void) | null;
  readonly refresh: () => void;
}

interface Page<T> {
  readonly items: readonly T[];
  readonly next: string | null;
}

/** A list that comes page by page. `ask` must stay the same while what is asked for does. */
export function usePages<T>(ask: (cursor: string | null) => Promise<Result<Page<T>>>): Pages<T> {
  const [list, setList] = useState<Page<T> | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  const turn = useRef(0);
  const load = useCallback(
    async (cursor: string | null) => {
      turn.current += 1;
      const mine = turn.current;
      setBusy(true);
      const result = await ask(cursor);
      if (mine !== turn.current) return;
      setBusy(false);
      if (!result.ok) return setFailure(result.failure);
      setFailure(null);
      const { value } = result;
      setList((before) =>
        cursor === null || !before ? value : { ...value, items: [...before.items, ...value.items] },
      );
    },
    [ask],
  );
  useEffect(() => {
    setList(null);
    void load(null);
  }, [load]);
  const next = list?.next ?? null;
  return {
    items: list?.items ?? null,
    failure,
    busy,
    more: next === null ? null : () => void load(next),
    refresh: () => void load(null),
  };
}
