import { usePhone } from '../app/use-phone.ts';
import { chartLayout } from '../reliability/chart-layout.ts';
import { tickText } from '../reliability/index-text.ts';

const WIDE = { width: 900, height: 200 };
const NARROW = { width: 358, height: 170 };

export interface ChartColumn {
  readonly key: string;
  readonly label: string;
  /** Null where there is nothing to show. */
  readonly value: number | null;
  /** What it says in words. */
  readonly title: string;
}

/** Columns with their scale; what they say in words is told to whoever does not see them. */
export function ColumnsChart({ columns, unit }: { columns: readonly ChartColumn[]; unit: string }) {
  const size = usePhone() ? NARROW : WIDE;
  const layout = chartLayout(
    columns.map(({ key, label, value }) => ({ key, label, first: value, second: null })),
    size,
  );
  const titles = new Map(columns.map(({ key, title }) => [key, title]));
  const told = columns.filter(({ value }) => value !== null).map(({ title }) => title);
  return (
    <svg
      className="columns-chart"
      viewBox={`0 0 ${size.width} ${size.height}`}
      role="img"
      aria-label={told.length === 0 ? unit : told.join('; ')}
    >
      {layout.lines.map(({ y, value }) => (
        <g key={value}>
          <line className="grid" x1={layout.left} x2={size.width} y1={y} y2={y} />
          <text className="tick" x={layout.left - 6} y={y + 4} textAnchor="end">
            {tickText(value)}
          </text>
        </g>
      ))}
      {layout.columns.map(({ key, center, label, first }) => (
        <g key={key}>
          <title>{titles.get(key)}</title>
          {first !== null && <rect {...first} x={center - first.width / 2} rx={2} />}
          {label !== null && (
            <text className="tick" x={center} y={size.height - 6} textAnchor="middle">
              {label}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}
