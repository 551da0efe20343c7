import { type ClockedTicket, type TicketClock, ticketClocks } from '../../domain/tickets/ticket-clocks.ts';
import type { ClockedRow } from '../../store/repositories/clocked-columns.ts';
import type { DeskParts } from '../desk-parts.ts';

/** The clocks of a stored ticket by the standards of the utility. */
export function clocksOf({ standards }: Pick<DeskParts, 'standards'>, ticket: ClockedRow): TicketClock[] {
  return ticketClocks(clockedOf(ticket), standards);
}

/** A stored ticket as its clocks see it. */
export function clockedOf(row: ClockedRow): ClockedTicket {
  return {
    kind: row.kind,
    severity: row.severity,
    important: row.important === 1,
    zone: row.zone,
    createdAt: row.created_at,
    dispatchedAt: row.dispatched_at,
    returnedAt: row.returned_at,
    redispatchedAt: row.redispatched_at,
    arrivedAt: row.arrived_at,
    resolvedAt: row.resolved_at,
    contactedAt: row.contacted_at,
    closedAt: row.closed_at,
    cancelled: row.state === 'cancelled',
  };
}
