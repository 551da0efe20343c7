import type { Ticket } from '../../store/repositories/ticket-book.ts';
import type { CardOf, Fact } from '../../web/protocol/card.ts';
import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';

type ListCard = CardOf<'list'>;

/** A customer's own tickets: state, times, and the place they gave. */
export function ownTicketsCard(turn: Turn, tickets: readonly Ticket[]): ListCard {
  const { labels } = turn.words.status;
  return {
    kind: 'list',
    title: tickets.length === 1 ? turn.words.status.cardTitle : turn.words.status.listTitle,
    items: tickets.map((ticket) => ({
      title: titleOf(turn, ticket),
      severity: ticket.severity,
      facts: [...progress(turn, ticket), ...(ticket.place ? [{ label: labels.place, value: ticket.place }] : [])],
    })),
    actions: [],
  };
}

/** A ticket for whoever knows its number: how far it is, and nothing of whose it is. */
export function strangerTicketCard(turn: Turn, ticket: Ticket): ListCard {
  return {
    kind: 'list',
    title: turn.words.status.cardTitle,
    items: [{ title: titleOf(turn, ticket), facts: progress(turn, ticket) }],
    actions: [],
  };
}

function titleOf({ words }: Turn, { kind, number }: Ticket): string {
  return `${words.ticket.titles[kind] ?? ''} ${number}`.trim();
}

function progress({ words, services }: Turn, ticket: Ticket): Fact[] {
  const { labels } = words.status;
  const time = (at: number) => shortTime(at, services.profile.timeZone);
  return [
    { label: labels.state, value: words.ticket.states[ticket.state] ?? ticket.state },
    { label: labels.created, value: time(ticket.created_at) },
    { label: labels.updated, value: time(ticket.updated_at) },
  ];
}
