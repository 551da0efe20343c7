import type { Ticket } from '../../store/repositories/ticket-book.ts';
import type { Turn } from '../turn.ts';

const LONGEST_NOTE = 500;

/** Counts a chase-up on the newest of a customer's own tickets that is open, in the turn's unit of work; what to say of it. */
export function chaseUp(turn: Turn, tickets: readonly Ticket[], words: string | null): string[] {
  const ticket = tickets.find(({ closed_at }) => closed_at === null);
  if (words === null || !ticket) return [];
  const data = { note: words.slice(0, LONGEST_NOTE) };
  turn.work.add(...turn.services.tickets.chase(ticket.id, { at: turn.now, actor: 'customer', data }));
  turn.work.tellDesk({ type: 'ticket', ticketId: ticket.id });
  return [turn.words.status.chased(ticket.number, ticket.chases + 1)];
}
