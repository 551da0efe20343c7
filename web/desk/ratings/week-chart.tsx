import type { RatingReport } from '../../protocol/desk/rating.ts';
import { usePhone } from '../app/use-phone.ts';
import { useWords } from '../words/words-context.tsx';
import { monthAndDay, shareText } from './share-text.ts';

const WIDE = { width: 900, height: 180 };
const NARROW = { width: 358, height: 170 };
const LEFT = 44;
const TOP = 10;
const FOOT = 24;

/** Week by week: the dot is what was seen, the upright line where it may truly lie. */
export function WeekChart({ weeks }: { weeks: RatingReport['weeks'] }) {
  const { ratings: words } = useWords();
  const { width, height } = usePhone() ? NARROW : WIDE;
  const slot = (width - LEFT) / Math.max(1, weeks.length);
  const every = Math.ceil(54 / slot);
  const y = (share: number) => height - FOOT - share * (height - FOOT - TOP);
  const titleOf = ({ from, share, rated }: RatingReport['weeks'][number]) =>
    words.weekLong(...monthAndDay(from), shareText(share), rated);
  return (
    <svg
      className="week-chart"
      viewBox={`0 0 ${width} ${height}`}
      role="img"
      aria-label={weeks.map(titleOf).join('; ')}
    >
      {[0, 0.5, 1].map((share) => (
        <g key={share}>
          <line className="grid" x1={LEFT} x2={width} y1={y(share)} y2={y(share)} />
          <text className="tick" x={LEFT - 6} y={y(share) + 4} textAnchor="end">
            {shareText(share)}
          </text>
        </g>
      ))}
      {weeks.map((week, index) => {
        const x = LEFT + slot * (index + 0.5);
        const { from, share, interval } = week;
        return (
          <g key={from}>
            <title>{titleOf(week)}</title>
            {interval !== null && (
              <line className="interval" x1={x} x2={x} y1={y(interval.low)} y2={y(interval.high)} />
            )}
            {share !== null && <circle className="seen" cx={x} cy={y(share)} r={5} />}
            {(weeks.length - 1 - index) % every === 0 && (
              <text className="tick" x={x} y={height - 6} textAnchor="middle">
                {words.week(...monthAndDay(from))}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
