import type { CardOf } from '../../protocol/card.ts';
import { Actions, Facts } from './card-parts.tsx';
import { UsageChart } from './usage-chart.tsx';
import { WaterfallChart } from './waterfall-chart.tsx';

export function BillCard({ card }: { card: CardOf<'bill'> }) {
  return (
    <section class="card bill">
      <h3>{card.title}</h3>
      <p class="total">{card.total}</p>
      <Facts facts={card.facts} />
      {card.waterfall !== undefined && <WaterfallChart waterfall={card.waterfall} />}
      {card.lines.length > 0 && (
        <ul class="bill-lines">
          {card.lines.map(({ label, quantity, price, amount, note }) => (
            <li key={`${label} ${price ?? ''}`}>
              <span class="bill-label">{label}</span>
              <span class="bill-amount">{amount}</span>
              {(quantity !== undefined || price !== undefined) && (
                <span class="bill-how">{[quantity, price].filter((part) => part !== undefined).join(' × ')}</span>
              )}
              {note !== undefined && <span class="bill-how">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {card.chart !== undefined && card.chart.columns.length > 0 && <UsageChart chart={card.chart} />}
      <Actions actions={card.actions} />
    </section>
  );
}
