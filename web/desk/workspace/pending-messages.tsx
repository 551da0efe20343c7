import { ExclamationCircleOutlined, LoadingOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useEffect } from 'react';
import type { SessionItem, TranscriptRow } from '../../protocol/desk/session.ts';
import { useDesk } from '../app/desk-context.tsx';
import { useCell } from '../app/use-cell.ts';
import type { Pending } from '../live/outbox.ts';
import { failureText } from '../words/failure-words.ts';
import { useWords } from '../words/words-context.tsx';
import { viewActivity } from './activity-view.ts';

/** What has been sent from here and does not stand in the transcript yet. */
export function PendingMessages({ item, rows }: { item: SessionItem; rows: readonly TranscriptRow[] }) {
  const { outbox } = useDesk();
  const last = rows.at(-1)?.seq ?? 0;
  const all = useCell(outbox);
  const settled = all.some(({ sessionId, seq }) => sessionId === item.id && seq !== null && seq <= last);
  useEffect(() => {
    if (settled) outbox.settle(item.id, last);
  }, [outbox, item.id, last, settled]);

  const shown = all.filter((pending) => pending.sessionId === item.id && (pending.seq === null || pending.seq > last));
  const stored = shown.length === 0 ? NONE : storedIds(rows);
  return shown
    .filter(({ clientId }) => !stored.has(clientId))
    .map((pending) => <PendingMessage key={pending.clientId} pending={pending} />);
}

function PendingMessage({ pending }: { pending: Pending }) {
  const { outbox } = useDesk();
  const words = useWords();
  const { composer } = words;
  const failed = pending.state === 'failed';
  return (
    <article className={`message message-agent message-leads message-pending${failed ? ' message-failed' : ''}`}>
      <header>
        {failed ? <ExclamationCircleOutlined /> : <LoadingOutlined />}
        <span role="status">
          {failed ? composer.failed : pending.state === 'retrying' ? composer.retrying : composer.sending}
        </span>
      </header>
      <div className="bubble">{pending.text}</div>
      {failed && (
        <div className="pending-actions">
          {pending.failure !== null && <span>{failureText(words, pending.failure)}</span>}
          <Button size="small" onClick={() => outbox.retry(pending.clientId)}>
            {composer.retry}
          </Button>
          <Button size="small" type="text" onClick={() => outbox.discard(pending.clientId)}>
            {composer.discard}
          </Button>
        </div>
      )}
    </article>
  );
}

const NONE: ReadonlySet<string> = new Set();
/** A message sent just now can only stand among the newest rows. */
const NEWEST = 20;

function storedIds(rows: readonly TranscriptRow[]): ReadonlySet<string> {
  const ids = rows.slice(-NEWEST).map((row) => {
    const view = viewActivity(row.activity, document.baseURI);
    return view.kind === 'message' ? view.clientId : null;
  });
  return new Set(ids.filter((id) => id !== null));
}
