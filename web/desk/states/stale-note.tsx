import { Button } from 'antd';
import type { Failure } from '../api/failure.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

/** Beside what could not be brought up to date: it is shown as it was. */
export function StaleNote({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const words = useWords();
  return (
    <p className="stale-note" role="status">
      <span title={failureText(words, failure)}>{words.failure.stale}</span>
      <Button size="small" type="text" onClick={onRetry}>
        {words.common.retry}
      </Button>
    </p>
  );
}
