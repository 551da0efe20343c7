import type { TicketItem } from '../../../protocol/desk/ticket.ts';
import { useWords } from '../../words/words-context.tsx';
import { SeverityBadge } from '../../workspace/severity-badge.tsx';

interface TicketChecksProps {
  readonly tickets: readonly Pick<TicketItem, 'id' | 'number' | 'severity' | 'place' | 'description'>[];
  readonly chosen: ReadonlySet<string>;
  readonly onChange: (chosen: ReadonlySet<string>) => void;
  readonly autoFocus?: boolean;
}

/** Tickets to choose from, each with where it is. */
export function TicketChecks({ tickets, chosen, onChange, autoFocus = false }: TicketChecksProps) {
  const { dispatch: words, tickets: ticketWords } = useWords();
  const toggle = (number: string) => {
    const next = new Set(chosen);
    if (!next.delete(number)) next.add(number);
    onChange(next);
  };
  return (
    <fieldset className="ticket-checks">
      <legend>{words.chooseTickets}</legend>
      {tickets.map(({ id, number, severity, place, description }, index) => (
        <label key={id}>
          <input
            type="checkbox"
            // biome-ignore lint/a11y/noAutofocus: a dialog that was asked for begins at its first choice
            autoFocus={autoFocus && index === 0}
            checked={chosen.has(number)}
            onChange={() => toggle(number)}
          />
          <SeverityBadge severity={severity} />
          <span className="figures">{number}</span>
          <span className="ticket-check-place">{place ?? ticketWords.noPlace}</span>
          <span className="faint ticket-check-words">{description}</span>
        </label>
      ))}
    </fieldset>
  );
}
