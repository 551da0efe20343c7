import type { MovingTicket, TicketMoved } from '../../domain/tickets/ticket-states.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';

/** What a move sets, as columns of the stored ticket. */
export function movedColumns(moved: TicketMoved): Partial<StoredTicket> {
  return {
    state: moved.state,
    ...(moved.crew === undefined ? {} : { crew: moved.crew }),
    ...(moved.dispatchedAt === undefined ? {} : { dispatched_at: moved.dispatchedAt }),
    ...(moved.returnedAt === undefined ? {} : { returned_at: moved.returnedAt }),
    ...(moved.redispatchedAt === undefined ? {} : { redispatched_at: moved.redispatchedAt }),
    ...(moved.arrivedAt === undefined ? {} : { arrived_at: moved.arrivedAt }),
    ...(moved.firstResponder === undefined ? {} : { first_responder: moved.firstResponder }),
    ...(moved.resolvedAt === undefined ? {} : { resolved_at: moved.resolvedAt }),
    ...(moved.contactedAt === undefined ? {} : { contacted_at: moved.contactedAt }),
    ...(moved.closedAt === undefined ? {} : { closed_at: moved.closedAt }),
  };
}

/** What of a stored ticket says how it may move on. */
export function movingOf(
  ticket: Pick<
    StoredTicket,
    'kind' | 'state' | 'dispatched_at' | 'arrived_at' | 'contacted_at' | 'crew' | 'first_responder'
  >,
): MovingTicket {
  return {
    kind: ticket.kind,
    state: ticket.state,
    dispatchedAt: ticket.dispatched_at,
    arrivedAt: ticket.arrived_at,
    contactedAt: ticket.contacted_at,
    crew: ticket.crew,
    firstResponder: ticket.first_responder,
  };
}
