import type { Reliability } from '../../protocol/desk/reliability.ts';
import { usePhone } from '../app/use-phone.ts';
import { useWords } from '../words/words-context.tsx';
import { chartLayout } from './chart-layout.ts';
import { indexText, type Measure, tickText, yearAndMonth } from './index-text.ts';

const WIDE = { width: 900, height: 240 };
const NARROW = { width: 358, height: 200 };

/** Unplanned beside planned, month by month; the same in numbers stands below it. */
export function ReliabilityChart({ months, measure }: { months: Reliability['months']; measure: Measure }) {
  const { reliability: words } = useWords();
  const size = usePhone() ? NARROW : WIDE;
  const layout = chartLayout(
    months.map(({ month, unplanned, planned }) => {
      return {
        key: month,
        label: words.monthShort(yearAndMonth(month)[1]),
        first: unplanned[measure],
        second: planned[measure],
      };
    }),
    size,
  );
  const titles = new Map(
    months.map(({ month, unplanned, planned }) => [
      month,
      words.column({
        month: words.monthLong(...yearAndMonth(month)),
        unplanned: indexText(measure, unplanned[measure]),
        planned: indexText(measure, planned[measure]),
      }),
    ]),
  );
  return (
    <figure className="reliability-chart">
      <figcaption>
        <span>
          {words.measures[measure].name} <small>({words.measures[measure].unit})</small>
        </span>
        <span className="reliability-legend">
          <i className="unplanned" /> {words.unplanned} <i className="planned" /> {words.planned}
        </span>
      </figcaption>
      <svg
        viewBox={`0 0 ${size.width} ${size.height}`}
        role="img"
        aria-label={[...titles.values()].join(words.columnEnd)}
      >
        {layout.lines.map(({ y, value }) => (
          <g key={value}>
            <line className="grid" x1={layout.left} x2={size.width} y1={y} y2={y} />
            <text className="tick" x={layout.left - 6} y={y + 4} textAnchor="end">
              {tickText(value)}
            </text>
          </g>
        ))}
        {layout.columns.map(({ key, center, label, first, second }) => (
          <g key={key}>
            <title>{titles.get(key)}</title>
            {first !== null && <rect className="unplanned" {...first} rx={2} />}
            {second !== null && <rect className="planned" {...second} rx={2} />}
            {label !== null && (
              <text className="tick" x={center} y={size.height - 6} textAnchor="middle">
                {label}
              </text>
            )}
          </g>
        ))}
      </svg>
    </figure>
  );
}
