import { useCallback, useEffect, useRef, useState } from 'react';
import type { LearningItem, LearningList } from '../../protocol/desk/learning.ts';
import type { LearningFilter } from '../api/desk-api.ts';
import type { Failure } from '../api/failure.ts';
import { useDesk } from '../app/desk-context.tsx';

export interface LearningPaging {
  /** Null until the first page is in. */
  readonly list: LearningList | null;
  readonly failure: Failure | null;
  readonly busy: boolean;
  readonly more: () => void;
  /** The first page anew. */
  readonly refresh: () => void;
  /** Takes one out that is now in another state, and tells which one stands in its place. What else is shown stays. */
  readonly take: (id: string, to: LearningItem['state']) => LearningItem | undefined;
}

/** The messages that pass a filter, page by page. */
export function useLearningPages({ state, reason, language, intent }: LearningFilter): LearningPaging {
  const desk = useDesk();
  const [list, setList] = useState<LearningList | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [busy, setBusy] = useState(false);
  /** Answers to an earlier filter are thrown away. */
  const turn = useRef(0);

  const load = useCallback(
    async (cursor: string | null) => {
      const mine = turn.current;
      setBusy(true);
      const result = await desk.api.learning({ state, reason, language, intent }, cursor);
      if (mine !== turn.current) return;
      setBusy(false);
      if (!result.ok) return setFailure(result.failure);
      setFailure(null);
      setList((before) => (cursor === null || before === null ? result.value : joined(before, result.value)));
    },
    [desk, state, reason, language, intent],
  );

  useEffect(() => {
    turn.current += 1;
    setList(null);
    void load(null);
  }, [load]);

  return {
    list,
    failure,
    busy,
    more: () => {
      if (list?.next != null && !busy) void load(list.next);
    },
    refresh: () => void load(null),
    take(id, to) {
      const candidates = list?.candidates ?? [];
      const at = candidates.findIndex((candidate) => candidate.id === id);
      if (list === null || at === -1) return undefined;
      const from = candidates[at]?.state ?? to;
      const counts = { ...list.counts, [from]: list.counts[from] - 1, [to]: list.counts[to] + 1 };
      setList({ ...list, candidates: candidates.toSpliced(at, 1), counts });
      return candidates[at + 1] ?? candidates[at - 1];
    },
  };
}

/** What has moved down onto the next page meanwhile is not shown twice. */
function joined(before: LearningList, page: LearningList): LearningList {
  const known = new Set(before.candidates.map(({ id }) => id));
  return { ...page, candidates: [...before.candidates, ...page.candidates.filter(({ id }) => !known.has(id))] };
}
