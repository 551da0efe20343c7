import { MessageOutlined } from '@ant-design/icons';
import { useEffect, useState } from 'react';
import type { SessionList } from '../../protocol/desk/session.ts';
import type { Failure } from '../api/failure.ts';
import { mayServe, useDesk, useSeat } from '../app/desk-context.tsx';
import { useResource } from '../app/use-cell.ts';
import { useNarrow, usePhone } from '../app/use-phone.ts';
import { goTo, useRoute } from '../app/use-route.ts';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useWords } from '../words/words-context.tsx';
import { ContextPane } from './context-pane.tsx';
import { ConversationPane } from './conversation-pane.tsx';
import { QueuePane } from './queue-pane.tsx';
import type { Spot } from './spot.ts';
import { useClaim } from './use-claim.ts';

/** Queue, conversation, context: side by side where there is room, else one after the other. */
export function Workspace() {
  const desk = useDesk();
  const sessions = useResource(desk.sessions);
  if (sessions.state === 'failed') {
    return <FailureState failure={sessions.failure} onRetry={() => void desk.sessions.refresh()} />;
  }
  if (sessions.state === 'loading') return <LoadingRows rows={10} />;
  return <Panes sessions={sessions.value} failure={sessions.failure} />;
}

interface PanesProps {
  readonly sessions: SessionList;
  /** Why the lists are not the latest, if they are not. */
  readonly failure: Failure | null;
}

function Panes({ sessions, failure }: PanesProps) {
  const route = useRoute();
  const phone = usePhone();
  const narrow = useNarrow();
  const sessionId = route.page === 'conversations' ? route.sessionId : null;
  const step = route.page === 'conversations' ? route.step : 'conversation';
  const [aside, setAside] = useState(!narrow);
  const [spot, setSpot] = useState<Spot | null>(null);
  const { me } = useSeat();
  const { takeNext } = useClaim();
  useWaitingInTitle(sessions.queued.length);
  useKey('takeNext', mayServe(me) && sessions.queued.length > 0 ? () => void takeNext() : null);

  const toggleContext = () => {
    if (!phone) return setAside((open) => !open);
    if (sessionId !== null) {
      goTo({ page: 'conversations', sessionId, step: step === 'context' ? 'conversation' : 'context' });
    }
  };
  useKey('context', sessionId === null ? null : toggleContext);

  const showQuote = (seq: number) => {
    if (phone && sessionId !== null)
      goTo({ page: 'conversations', sessionId, step: 'conversation' }, { replace: true });
    setSpot({ seq });
  };

  const showsContext = phone ? step === 'context' : aside;
  return (
    <div className={`panes${showsContext ? ' panes-with-context' : ''}`} data-step={stepOf(sessionId, step)}>
      <QueuePane sessions={sessions} failure={failure} selectedId={sessionId} onTakeNext={() => void takeNext()} />
      {sessionId === null ? (
        <Choose />
      ) : (
        <ConversationPane
          key={sessionId}
          sessionId={sessionId}
          sessions={sessions}
          spot={spot}
          contextOpen={showsContext}
          onContext={toggleContext}
        />
      )}
      {showsContext && <ContextPane sessionId={sessionId} onQuote={showQuote} onClose={toggleContext} />}
    </div>
  );
}

function Choose() {
  const { conversation: words } = useWords();
  return (
    <section className="pane conversation-pane">
      <EmptyState icon={<MessageOutlined />} title={words.choose} note={words.chooseNote} />
    </section>
  );
}

function stepOf(sessionId: string | null, step: 'conversation' | 'context'): 'queue' | 'conversation' | 'context' {
  return sessionId === null ? 'queue' : step;
}

/** The tab tells how many wait, for whoever looks at another one. */
function useWaitingInTitle(waiting: number): void {
  const { app } = useWords();
  useEffect(() => {
    document.title = waiting === 0 ? app.desk : `(${waiting}) ${app.desk}`;
  }, [waiting, app.desk]);
}
