import type { CardOf } from '../../protocol/card.ts';
import { Icon } from '../view/icon.tsx';
import { RichText } from '../view/rich-text.tsx';
import { Actions } from './card-parts.tsx';

/** Read in fear and haste: one instruction a line, large, and the number to call. */
export function SafetyCard({ card }: { card: CardOf<'safety'> }) {
  return (
    <section class="card safety">
      <h3>
        <Icon name="warning" size={24} />
        {card.title}
      </h3>
      <ol>
        {card.lines.map((line) => (
          <li key={line}>
            <span>
              <RichText text={line} />
            </span>
          </li>
        ))}
      </ol>
      <Actions actions={card.actions} />
    </section>
  );
}
