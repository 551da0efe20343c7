import { CloudSyncOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { Failure } from '../api/failure.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';

/** In place of what could not be loaded: what happened, and the way on. */
export function FailureState({ failure, onRetry }: { failure: Failure; onRetry: () => void }) {
  const words = useWords();
  return (
    <div className="state" role="alert">
      <CloudSyncOutlined className="state-icon" />
      <h2>{words.failure.load}</h2>
      <p>{failureText(words, failure)}</p>
      <Button onClick={onRetry}>{words.common.retry}</Button>
    </div>
  );
}
