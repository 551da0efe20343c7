import { useEffect, useState } from 'react';
import type { Result } from '../api/failure.ts';
import { NEW } from './new-id.ts';

/**
 * What is chosen by its id: out of the list, or, where the list does not show it (a later page, another filter), asked for. While
 * a list is on its way it stays what it was: a form over it keeps what has been typed. `ask` must stay the same.
 */
export function useChosen<T extends { readonly id: string }>(
  chosen: string | null,
  items: readonly T[] | null,
  ask: (id: string) => Promise<Result<readonly T[]>>,
): T | null {
  const [known, setKnown] = useState<T | null>(null);
  const listed = items?.find(({ id }) => id === chosen) ?? null;
  // A list that has come anew may be of something that has changed: it asks again.
  useEffect(() => {
    let current = true;
    if (listed !== null) setKnown(listed);
    if (chosen === null || chosen === NEW || items === null || listed !== null) return undefined;
    const find = async () => {
      const result = await ask(chosen);
      if (current) setKnown(result.ok ? (result.value.find(({ id }) => id === chosen) ?? null) : null);
    };
    void find();
    return () => {
      current = false;
    };
  }, [chosen, items, listed, ask]);
  return listed ?? (known?.id === chosen ? known : null);
}
