import type { CardOf } from '../../protocol/card.ts';
import { RichText } from '../view/rich-text.tsx';
import { useWidget } from '../view/widget-context.ts';
import { Actions, Facts } from './card-parts.tsx';

export function TicketCard({ card }: { card: CardOf<'ticket'> }) {
  const { strings } = useWidget();
  return (
    <section class={`card ticket ${card.severity}`}>
      <div class="card-head">
        <h3>{card.title}</h3>
        <span class={`severity ${card.severity}`}>{card.severityLabel}</span>
      </div>
      <p class="ticket-number">{card.number}</p>
      <Facts facts={card.facts} />
      {card.next.length > 0 && (
        <div class="next">
          <h4>{strings.card.next}</h4>
          <ol>
            {card.next.map((step) => (
              <li key={step}>
                <span>
                  <RichText text={step} />
                </span>
              </li>
            ))}
          </ol>
        </div>
      )}
      <Actions actions={card.actions} />
    </section>
  );
}
