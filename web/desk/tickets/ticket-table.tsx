import { memo } from 'react';
import type { TicketItem } from '../../protocol/desk/ticket.ts';
import { useNow } from '../app/clock-context.tsx';
import { formatRoute } from '../app/route.ts';
import { goTo } from '../app/use-route.ts';
import { codeWord } from '../words/code-words.ts';
import { agoText } from '../words/time-words.ts';
import { useWording, useWords } from '../words/words-context.tsx';
import { SeverityBadge } from '../workspace/severity-badge.tsx';
import { TicketClockMark } from './ticket-clock-mark.tsx';

interface TicketTableProps {
  readonly tickets: readonly TicketItem[];
  readonly selected: string | null;
}

/** A table with room for it, cards on a phone. */
export function TicketTable({ tickets, selected }: TicketTableProps) {
  const { tickets: words } = useWords();
  return (
    <table className="tickets">
      <thead>
        <tr>
          <th scope="col">{words.severity}</th>
          <th scope="col">{words.number}</th>
          <th scope="col">{words.kind}</th>
          <th scope="col">{words.state}</th>
          <th scope="col">{words.due}</th>
          <th scope="col">{words.place}</th>
          <th scope="col">{words.description}</th>
          <th scope="col">{words.responsible}</th>
          <th scope="col">{words.created}</th>
        </tr>
      </thead>
      <tbody>
        {tickets.map((ticket) => (
          <TicketRow key={ticket.id} ticket={ticket} selected={ticket.number === selected} />
        ))}
      </tbody>
    </table>
  );
}

const TicketRow = memo(function TicketRow({ ticket, selected }: { ticket: TicketItem; selected: boolean }) {
  const { words, format } = useWording();
  const { codes } = words;
  const route = { page: 'tickets', number: ticket.number } as const;
  return (
    <tr
      className={`ticket-row row-${ticket.severity}`}
      aria-current={selected ? 'true' : undefined}
      onClick={() => goTo(route)}
    >
      <td className="cell-severity">
        <SeverityBadge severity={ticket.severity} />
      </td>
      <td className="cell-number figures">
        <a href={formatRoute(route)} onClick={(event) => event.stopPropagation()}>
          {ticket.number}
        </a>
      </td>
      <td className="cell-kind">{codeWord(codes.ticketKind, ticket.kind)}</td>
      <td className="cell-state">
        <TicketState state={ticket.state} />
      </td>
      <td className="cell-clock">
        {ticket.clock !== null && <TicketClockMark clock={ticket.clock} named />}
        {ticket.chases > 0 && (
          <span className={ticket.raised ? 'chases chases-raised' : 'chases'}>
            {words.tickets.chases} {words.tickets.times(ticket.chases)}
            {ticket.raised && ` · ${words.tickets.raised}`}
          </span>
        )}
      </td>
      <td className="cell-place">{ticket.place ?? <span className="faint">{words.tickets.noPlace}</span>}</td>
      <td className="cell-description">{ticket.description}</td>
      <td className="cell-responsible">{codeWord(codes.role, ticket.responsible)}</td>
      <td className="cell-time figures" title={format.moment(ticket.createdAt)}>
        <Ago at={ticket.createdAt} />
      </td>
    </tr>
  );
});

/** A state with a dot that tells open from done. */
export function TicketState({ state }: { state: string }) {
  const { codes } = useWords();
  const tone = DONE.has(state) ? 'done' : state === 'received' || state === 'returned' ? 'new' : 'going';
  return <span className={`ticket-state ticket-state-${tone}`}>{codeWord(codes.ticketState, state)}</span>;
}

const DONE: ReadonlySet<string> = new Set(['restored', 'called_back', 'closed', 'cancelled']);

function Ago({ at }: { at: number }) {
  return agoText(useWords(), useNow() - at);
}
