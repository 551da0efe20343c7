import { ArrowLeftOutlined, CommentOutlined } from '@ant-design/icons';
import { App, Button } from 'antd';
import { useCallback, useEffect, useState } from 'react';
import type { LearningItem } from '../../protocol/desk/learning.ts';
import type { Failure, Result } from '../api/failure.ts';
import { hasRole, useDesk, useSeat } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { goTo } from '../app/use-route.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { failureText } from '../words/failure-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { GuessView } from './guess-view.tsx';
import { LabelForm } from './label-form.tsx';

interface LearningPaneProps {
  readonly id: string;
  /** Where the list has it. */
  readonly known: LearningItem | undefined;
  readonly onDecided: (to: LearningItem['state']) => void;
  /** Somebody else was faster. */
  readonly onOvertaken: () => void;
}

/** One message: what was said, what the bot made of it, and what it means. */
export function LearningPane({ id, known, onDecided, onOvertaken }: LearningPaneProps) {
  const words = useWords();
  const { item, failure, retry } = useItem(id, known);
  return (
    <section className="pane conversation-pane" aria-label={words.learning.message}>
      <header className="pane-head">
        <Button
          className="phone-only"
          type="text"
          icon={<ArrowLeftOutlined />}
          aria-label={words.conversation.back}
          onClick={() => goTo({ page: 'learning', id: null })}
        />
        <h1>{item === null ? words.learning.message : words.codes.learningReason[item.reason]}</h1>
      </header>
      {item !== null && <Candidate item={item} onDecided={onDecided} onOvertaken={onOvertaken} />}
      {item === null && failure === null && <LoadingRows rows={8} />}
      {item === null && failure !== null && <FailureState failure={failure} onRetry={retry} />}
    </section>
  );
}

/** A link may lead to one that the list does not show. */
function useItem(id: string, known: LearningItem | undefined) {
  const desk = useDesk();
  const [fetched, setFetched] = useState<LearningItem | null>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const load = useCallback(async () => {
    const result = await desk.api.learningItem(id);
    if (result.ok) setFetched(result.value);
    else setFailure(result.failure);
  }, [desk, id]);
  const missing = known === undefined;
  useEffect(() => {
    if (missing) void load();
  }, [missing, load]);
  return { item: known ?? fetched, failure, retry: () => void load() };
}

interface CandidateProps extends Pick<LearningPaneProps, 'onDecided' | 'onOvertaken'> {
  readonly item: LearningItem;
}

function Candidate({ item, onDecided, onOvertaken }: CandidateProps) {
  const { words, format } = useWording();
  const { learning } = words;
  const desk = useDesk();
  const { me } = useSeat();
  const decide = useDecide({ onDecided, onOvertaken });
  const readsConversations = hasRole(me, 'agent', 'dispatcher', 'supervisor', 'quality');
  return (
    <div className="answer-editor learning">
      <div className="learning-message">
        <div className="bubble">{item.text}</div>
        <p className="faint">
          {learning.timesNote(item.times, format.moment(item.lastAt))}
          {item.decidedBy !== null && item.decidedAt !== null && (
            <>
              {' · '}
              {learning.decidedBy(
                item.decidedBy === 'operator' ? learning.operator : item.decidedBy,
                format.moment(item.decidedAt),
              )}
            </>
          )}
        </p>
        {item.sessionId !== null && readsConversations && (
          <Button
            size="small"
            icon={<CommentOutlined />}
            href={formatRoute({ page: 'conversations', sessionId: item.sessionId, step: 'conversation' })}
          >
            {learning.conversation}
          </Button>
        )}
      </div>
      <GuessView item={item} />
      <LabelForm
        // Decided by somebody else meanwhile: their label is shown, not what was being filled in.
        key={item.state}
        item={item}
        busy={decide.busy}
        onLabel={(label) => void decide.run('labelled', () => desk.api.labelLearning(item.id, label))}
        onDiscard={() => void decide.run('discarded', () => desk.api.discardLearning(item.id))}
        onReopen={() => void decide.run('open', () => desk.api.reopenLearning(item.id))}
      />
    </div>
  );
}

function useDecide({ onDecided, onOvertaken }: Pick<LearningPaneProps, 'onDecided' | 'onOvertaken'>) {
  const words = useWords();
  const { message } = App.useApp();
  const [busy, setBusy] = useState(false);
  const done = {
    labelled: words.learning.labelledDone,
    discarded: words.learning.discardedDone,
    open: words.learning.reopenedDone,
  };
  const run = async (to: LearningItem['state'], change: () => Promise<Result<unknown>>) => {
    if (busy) return;
    setBusy(true);
    const result = await change();
    setBusy(false);
    if (!result.ok) {
      void message.error(failureText(words, result.failure));
      if (result.failure.kind === 'refused') onOvertaken();
      return;
    }
    void message.success(done[to]);
    onDecided(to);
  };
  return { busy, run };
}
