import type { RatingFigures } from '../../protocol/desk/rating.ts';
import { useWords } from '../words/words-context.tsx';
import { shareText } from './share-text.ts';

/** A share with where it may truly lie: the line is the interval, the dot what was seen. From 0 to 100 %. */
export function ShareBar({ figures: { share, interval } }: { figures: Pick<RatingFigures, 'share' | 'interval'> }) {
  const { ratings: words } = useWords();
  if (share === null || interval === null) return <span className="faint">{words.none}</span>;
  const text = `${shareText(share)}, ${words.interval(shareText(interval.low), shareText(interval.high))}`;
  return (
    <svg className="share-bar" viewBox="0 0 200 16" role="img" aria-label={text}>
      <title>{text}</title>
      <line className="track" x1={4} x2={196} y1={8} y2={8} />
      <line className="half" x1={100} x2={100} y1={3} y2={13} />
      <line className="interval" x1={4 + interval.low * 192} x2={4 + interval.high * 192} y1={8} y2={8} />
      <circle className="seen" cx={4 + share * 192} cy={8} r={4} />
    </svg>
  );
}
