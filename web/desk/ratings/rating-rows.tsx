import { Button, Checkbox } from 'antd';
import { useCallback, useState } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { formatRoute } from '../app/route.ts';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { usePages } from '../states/use-pages.ts';
import { useWording } from '../words/words-context.tsx';

interface RatingRowsProps {
  readonly from: string;
  readonly to: string;
  readonly lowAtMost: number;
}

/** Ratings one by one, each with a way to its conversation. */
export function RatingRows({ from, to, lowAtMost }: RatingRowsProps) {
  const desk = useDesk();
  const { words, format } = useWording();
  const [low, setLow] = useState(false);
  const atMost = low ? lowAtMost : null;
  const { items, failure, busy, more, refresh } = usePages(
    useCallback(
      async (cursor: string | null) => {
        const result = await desk.api.ratings({ from, to, atMost, cursor });
        return result.ok ? { ok: true, value: { items: result.value.ratings, next: result.value.next } } : result;
      },
      [desk, from, to, atMost],
    ),
  );
  return (
    <section className="service-part">
      <header className="service-head">
        <h2>{words.ratings.list}</h2>
        <Checkbox checked={low} onChange={({ target }) => setLow(target.checked)}>
          {words.ratings.lowOnly}
        </Checkbox>
      </header>
      {items === null &&
        (failure === null ? <LoadingRows rows={4} /> : <FailureState failure={failure} onRetry={refresh} />)}
      {items?.length === 0 && <p className="faint">{words.ratings.empty}</p>}
      <ul className="rating-rows">
        {items?.map(({ sessionId, score, words: said, agent, at }) => (
          <li key={sessionId}>
            <strong className={`rating-score score-${score}`}>{words.ratings.score(score)}</strong>
            <p>{said ?? <span className="faint">{words.ratings.noWords}</span>}</p>
            <span className="faint">{agent === null ? words.ratings.bot : agent.name}</span>
            <time className="faint figures">{format.moment(at)}</time>
            <a href={formatRoute({ page: 'conversations', sessionId, step: 'conversation' })}>
              {words.ratings.conversation}
            </a>
          </li>
        ))}
      </ul>
      {more !== null && (
        <div className="list-end">
          <Button loading={busy} onClick={more}>
            {words.ratings.more}
          </Button>
        </div>
      )}
    </section>
  );
}
