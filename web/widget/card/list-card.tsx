import type { CardOf } from '../../protocol/card.ts';
import { Actions, Facts } from './card-parts.tsx';

export function ListCard({ card }: { card: CardOf<'list'> }) {
  return (
    <section class="card list">
      <h3>{card.title}</h3>
      <ul>
        {card.items.map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a card's items never change, and two may have one title.
          <li key={index}>
            <div class="card-head">
              <h4>{item.title}</h4>
              {item.severity !== undefined && <span class={`severity ${item.severity}`}>{item.severity}</span>}
            </div>
            <Facts facts={item.facts} />
          </li>
        ))}
      </ul>
      <Actions actions={card.actions} />
    </section>
  );
}
