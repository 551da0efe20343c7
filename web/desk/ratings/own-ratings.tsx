import { StarOutlined } from '@ant-design/icons';
import { useCallback } from 'react';
import { useDesk } from '../app/desk-context.tsx';
import { useKey } from '../keys/keys-context.tsx';
import { EmptyState } from '../states/empty-state.tsx';
import { FailureState } from '../states/failure-state.tsx';
import { LoadingRows } from '../states/loading-rows.tsx';
import { useAnswer } from '../states/use-answer.ts';
import { useWords } from '../words/words-context.tsx';
import { ScoreCounts } from './score-counts.tsx';
import { ShareBar } from './share-bar.tsx';
import { shareText } from './share-text.ts';

/** What somebody who serves may know of their own ratings. */
export function OwnRatings({ from, to }: { readonly from: string; readonly to: string }) {
  const desk = useDesk();
  const { ratings: words } = useWords();
  const { value, failure, refresh } = useAnswer(useCallback(() => desk.api.ownRatings({ from, to }), [desk, from, to]));
  useKey('update', refresh);
  if (value === null) {
    return failure === null ? <LoadingRows rows={4} /> : <FailureState failure={failure} onRetry={refresh} />;
  }
  const { figures, fewest, ratings } = value;
  if (figures === null) {
    return <EmptyState icon={<StarOutlined />} title={words.ownFew(fewest)} note={words.ownFewNote} />;
  }
  return (
    <>
      <div className="service-tiles">
        <div className="service-tile">
          <h2>{words.content}</h2>
          <p className="service-figure figures">{shareText(figures.share)}</p>
          <ShareBar figures={figures} />
          <p className="faint">{words.contentNote}</p>
        </div>
        <ScoreCounts figures={figures} />
      </div>
      {ratings !== null && (
        <ul className="rating-rows">
          {ratings.map(({ sessionId, score, words: said }) => (
            <li key={sessionId}>
              <strong className={`rating-score score-${score}`}>{words.score(score)}</strong>
              <p>{said ?? <span className="faint">{words.noWords}</span>}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
