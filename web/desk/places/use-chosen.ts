import { useEffect, useState } from 'react';
import type { Result } from '../api/failure.ts';
import { NEW } from './new-id.ts';

/**
 * What is chosen by its id: out of the list, or, where the list does not show it (a later page, another filter), asked for. `ask`
 * must stay the same.
 */
export function useChosen<T extends { readonly id: string }>(
  chosen: string | null,
  items: readonly T[] | null,
  ask: (id: string) => Promise<Result<readonly T[]>>,
): T | null {
  const [fetched, setFetched] = useState<T | null>(null);
  const listed = items?.find(({ id }) => id === chosen) ?? null;
  // A list that has come anew may be of something that has changed: it asks again.
  useEffect(() => {
    let current = true;
    const isMissing = items?.every(({ id }) => id !== chosen) ?? false;
    if (chosen === null || chosen === NEW || !isMissing) return undefined;
    const find = async () => {
      const result = await ask(chosen);
      if (current) setFetched(result.ok ? (result.value.find(({ id }) => id === chosen) ?? null) : null);
    };
    void find();
    return () => {
      current = false;
    };
  }, [chosen, items, ask]);
  return listed ?? (fetched?.id === chosen ? fetched : null);
}
