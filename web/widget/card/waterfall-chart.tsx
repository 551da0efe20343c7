import type { CardOf } from '../../protocol/card.ts';
import { WIDTH, waterfallLayout } from './waterfall-layout.ts';

type Waterfall = NonNullable<CardOf<'bill'>['waterfall']>;

/** How one amount becomes another, step by step; the same in words for those who do not see it. */
export function WaterfallChart({ waterfall }: { waterfall: Waterfall }) {
  const { height, bars } = waterfallLayout(waterfall.steps);
  return (
    <figure class="chart waterfall">
      <figcaption>{waterfall.title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${height}`} role="img" aria-label={waterfall.alt}>
        {bars.map((bar) => (
          <g key={bar.key} class={bar.kind}>
            {bar.link !== undefined && (
              <line class="link" x1={bar.link.x} x2={bar.link.x} y1={bar.link.from} y2={bar.link.to + 6} />
            )}
            <rect x={bar.x} y={bar.y} width={bar.width} height={bar.height} rx={2} />
            {bar.gap !== undefined && (
              <path
                class="gap"
                d={`M${bar.gap} ${bar.y + bar.height + 1}l4 ${-bar.height - 2}h4l-4 ${bar.height + 2}z`}
              />
            )}
            <text class="name" x={0} y={bar.baseline}>
              {bar.label}
            </text>
            <text class="amount" x={WIDTH} y={bar.baseline} text-anchor="end">
              {bar.amount}
            </text>
          </g>
        ))}
      </svg>
    </figure>
  );
}
