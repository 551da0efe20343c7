import type { RatingFigures } from '../../protocol/desk/rating.ts';
import { useWords } from '../words/words-context.tsx';

const SCORES = [1, 2, 3, 4, 5] as const;

/** How many gave 1 to 5, as a bar each. */
export function ScoreCounts({ figures: { byScore } }: { figures: Pick<RatingFigures, 'byScore'> }) {
  const { ratings: words } = useWords();
  const most = Math.max(1, ...byScore);
  return (
    <dl className="score-counts" aria-label={words.scores}>
      {SCORES.map((score) => (
        <div key={score}>
          <dt>{words.score(score)}</dt>
          <dd>
            <svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
              <rect
                className={`score score-${score}`}
                width={((byScore[score - 1] ?? 0) / most) * 100}
                height={8}
                rx={1}
              />
            </svg>
          </dd>
          <dd className="figures">{byScore[score - 1] ?? 0}</dd>
        </div>
      ))}
    </dl>
  );
}
