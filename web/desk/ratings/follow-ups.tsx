import { Button, Segmented } from 'antd';
import { useCallback, useState } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useWords } from '../words/words-context.tsx';
import { FollowUpCard } from './follow-up-card.tsx';

const SHOWN = 20;

/** Low ratings, each with who answers for it and what came of it. */
export function FollowUps({ onChanged }: { readonly onChanged: () => void }) {
  const desk = useDesk();
  const { ratings: words } = useWords();
  const [state, setState] = useState<'open' | 'closed'>('open');
  const [shown, setShown] = useState(SHOWN);
  const { value, failure, refresh } = useAnswer(
    useCallback(() => desk.api.followUps({ state, limit: shown }), [desk, state, shown]),
  );
  const changed = () => {
    refresh();
    onChanged();
  };
  return (
    <section className="service-part">
      <header className="service-head">
        <div>
          <h2>{words.followUps}</h2>
          <p className="faint">{words.followUpsLead}</p>
        </div>
        <Segmented
          value={state}
          aria-label={words.followUps}
          options={[
            { value: 'open' as const, label: words.open },
            { value: 'closed' as const, label: words.closed },
          ]}
          onChange={setState}
        />
      </header>
      {value === null &&
        (failure === null ? <LoadingRows rows={3} /> : <FailureState failure={failure} onRetry={refresh} />)}
      {value?.followUps.length === 0 && <p className="faint">{words.noFollowUps}</p>}
      <ul className="follow-ups">
        {value?.followUps.map((item) => (
          <FollowUpCard key={item.sessionId} item={item} supervisors={value.supervisors} onChanged={changed} />
        ))}
      </ul>
      {value?.next != null && shown < 200 && (
        <div className="list-end">
          <Button onClick={() => setShown(Math.min(200, shown + SHOWN * 2))}>{words.more}</Button>
        </div>
      )}
    </section>
  );
}
