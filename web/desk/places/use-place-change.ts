import { App } from 'antd';
import { useState } from 'react';
import type { Failure, Result } from '../api/failure.ts';
import { useWords } from '../words/words-context.tsx';

interface PlaceChange {
  readonly busy: boolean;
  readonly failure: Failure | null;
  /** Makes the change and tells of it; `id`: what is to be shown then, null where it is gone. */
  readonly run: (call: Promise<Result<unknown>>, done: 'saved' | 'removed', id: string | null) => Promise<void>;
}

/** Changes of a place, one at a time. */
export function usePlaceChange(onSaved: (id: string | null) => void): PlaceChange {
  const { places } = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  return {
    busy,
    failure,
    async run(call, done, id) {
      setBusy(true);
      const result = await call;
      setBusy(false);
      setFailure(result.ok ? null : result.failure);
      if (!result.ok) return;
      void message.success(places[done]);
      onSaved(id);
    },
  };
}
