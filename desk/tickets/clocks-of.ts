import { type TicketClock, ticketClocks } from '../../domain/tickets/ticket-clocks.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What of a stored ticket its clocks depend on. */
export type ClockedRow = Pick<
  StoredTicket,
  'kind' | 'severity' | 'zone' | 'created_at' | 'arrived_at' | 'resolved_at' | 'closed_at'
>;

/** The clocks of a stored ticket by the standards of the utility. */
export function clocksOf({ standards }: Pick<DeskParts, 'standards'>, ticket: ClockedRow): TicketClock[] {
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
