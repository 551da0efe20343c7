import type { CardOf } from '../../protocol/card.ts';
import { HEIGHT, WIDTH } from '../../protocol/pictures/column-layout.ts';
import { usagePicture } from '../../protocol/pictures/usage-picture.ts';
import { useWidget } from '../view/widget-context.ts';
import { DrawnShape } from './drawn-shape.tsx';

type Chart = NonNullable<CardOf<'bill'>['chart']>;

/** Usage as columns beside those of a year earlier; the same in words for those who do not see it, and as numbers for all. */
export function UsageChart({ chart }: { chart: Chart }) {
  const { strings } = useWidget();
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
        {usagePicture(chart.columns).map((shape) => (
          <DrawnShape key={JSON.stringify(shape)} shape={shape} />
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
