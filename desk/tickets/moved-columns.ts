import type { TicketMoved } from '../../domain/tickets/ticket-states.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';

/** What a move sets, as columns of the stored ticket. */
export function movedColumns({
  state,
  crew,
  arrivedAt,
  firstResponder,
  resolvedAt,
  closedAt,
}: TicketMoved): Partial<StoredTicket> {
  return {
    state,
    ...(crew === undefined ? {} : { crew }),
    ...(arrivedAt === undefined ? {} : { arrived_at: arrivedAt }),
    ...(firstResponder === undefined ? {} : { first_responder: firstResponder }),
    ...(resolvedAt === undefined ? {} : { resolved_at: resolvedAt }),
    ...(closedAt === undefined ? {} : { closed_at: closedAt }),
  };
}
