import { useCallback, useEffect, useRef, useState } from 'react';
import type { LearningItem, LearningList } from '../../protocol/desk/learning.ts';
import type { LearningFilter } from '../api/calls/content-calls.ts';
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
      // A page may have come in since this was rendered: what is taken out of is the list as it is now.
      setList((before) => before && without(before, id, to));
      const candidates = list?.candidates ?? [];
      const at = candidates.findIndex((candidate) => candidate.id === id);
      return at === -1 ? undefined : (candidates[at + 1] ?? candidates[at - 1]);
    },
  };
}

function without(list: LearningList, id: string, to: LearningItem['state']): LearningList {
  const taken = list.candidates.find((candidate) => candidate.id === id);
  if (taken === undefined) return list;
  const counts = { ...list.counts };
  counts[taken.state] -= 1;
  counts[to] += 1;
  return { ...list, candidates: list.candidates.filter((candidate) => candidate !== taken), counts };
}

/** What has moved down onto the next page meanwhile is not shown twice. */
function joined(before: LearningList, page: LearningList): LearningList {
  const known = new Set(before.candidates.map(({ id }) => id));
  return { ...page, candidates: [...before.candidates, ...page.candidates.filter(({ id }) => !known.has(id))] };
}
