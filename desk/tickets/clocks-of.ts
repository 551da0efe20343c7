import { type TicketClock, ticketClocks } from '../../domain/tickets/ticket-clocks.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

/** The clocks of a stored ticket by the standards of the utility. */
export function clocksOf({ standards }: Pick<DeskParts, 'standards'>, ticket: StoredTicket): TicketClock[] {
  return ticketClocks(
    {
      kind: ticket.kind,
      severity: ticket.severity,
      zone: ticket.zone,
      createdAt: ticket.created_at,
      arrivedAt: ticket.arrived_at,
      resolvedAt: ticket.resolved_at,
      closedAt: ticket.closed_at,
    },
    standards,
  );
}
