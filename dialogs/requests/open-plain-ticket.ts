import type { TicketTable } from '../../store/tables/work-tables.ts';
import { drawNumber } from '../faults/fault-ticket.ts';
import type { Turn } from '../turn.ts';

export interface PlainTicket {
  readonly kind: TicketTable['kind'];
  readonly description: string;
  /** Of its first entry, for whoever looks after it. */
  readonly data: Readonly<Record<string, unknown>>;
  readonly phone?: string | null;
}

/** A request of a verified customer, opened for the agents: nothing that concerns the network. */
export function openPlainTicket(
  turn: Turn,
  { kind, description, data, phone = null }: PlainTicket,
): { id: string; number: string } {
  const { work, services, memory, now, language } = turn;
  const id = work.newId();
  const number = drawNumber(turn);
  const ticket = {
    ...{ id, number, kind, description, phone, language, created_at: now },
    ...{ severity: 'P4' as const, reasons: '[]', facts: null, place: null, lat: null, lon: null, since: null },
    account_id: memory.verified?.accountId ?? null,
    conversation_id: work.conversation.id,
    session_id: work.session.id,
    responsible_role: 'agent' as const,
  };
  work.add(...services.tickets.open(ticket, { at: now, actor: 'bot', type: 'opened', data }));
  work.tellDesk({ type: 'ticket', ticketId: id });
  memory.summary = { ...memory.summary, ticketNumbers: [...memory.summary.ticketNumbers, number] };
  return { id, number };
}
