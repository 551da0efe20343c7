import type { CardOf } from '../../protocol/card.ts';
import { useWidget } from '../view/widget-context.ts';
import { columnLayout, HEIGHT, WIDTH } from './column-layout.ts';

type Chart = NonNullable<CardOf<'bill'>['chart']>;

/** Usage as columns beside those of a year earlier; the same in words for those who do not see it, and as numbers for all. */
export function UsageChart({ chart }: { chart: Chart }) {
  const { strings } = useWidget();
  const { bars, lines } = columnLayout(chart.columns);
  const hasBefore = chart.columns.some(({ before }) => before !== undefined);
  return (
    <figure class="chart">
      <figcaption>
        <span>
          {chart.title} <small>({chart.unit})</small>
        </span>
        {hasBefore && (
          <span class="legend">
            <i class="now" /> {strings.card.usageNow} <i class="before" /> {strings.card.usageBefore}
          </span>
        )}
      </figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={chart.alt}>
        {lines.map(({ y, label }) => (
          <g key={label}>
            <line class="grid" x1={28} x2={WIDTH} y1={y} y2={y} />
            <text class="tick" x={24} y={y + 3.5} text-anchor="end">
              {label}
            </text>
          </g>
        ))}
        {bars.map((bar) => (
          <g key={bar.key}>
            {bar.before !== undefined && <rect class="before" {...bar.before} rx={2} />}
            <rect class={bar.isLast ? 'now last' : 'now'} {...bar.now} rx={2} />
            {bar.isLast && (
              <text class="value" x={bar.now.x + bar.now.width} y={bar.now.y - 5} text-anchor="end">
                {bar.value}
              </text>
            )}
            {bar.label !== undefined && (
              <text class="tick" x={bar.center} y={HEIGHT - 5} text-anchor="middle">
                {bar.label}
              </text>
            )}
          </g>
        ))}
      </svg>
      <details>
        <summary>{strings.card.showNumbers}</summary>
        <p>{chart.alt}</p>
        <table>
          <thead>
            <tr>
              <th scope="col">{strings.card.month}</th>
              <th scope="col">{strings.card.usageNow}</th>
              {hasBefore && <th scope="col">{strings.card.usageBefore}</th>}
            </tr>
          </thead>
          <tbody>
            {chart.columns.map(({ label, value, before }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                <td>{value}</td>
                {hasBefore && <td>{before ?? '—'}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </figure>
  );
}
