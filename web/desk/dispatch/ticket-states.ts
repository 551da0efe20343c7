import { TICKET_STATES, type TicketItem } from '../../protocol/desk/ticket.ts';

export interface StateCount {
  readonly state: string;
  readonly count: number;
}

/** How far the work on an incident is: how many of its tickets stand in which state, in the order of a ticket's life. */
export function ticketStates(tickets: readonly Pick<TicketItem, 'state'>[]): StateCount[] {
  const counts = new Map<string, number>(TICKET_STATES.map((state) => [state, 0]));
  for (const { state } of tickets) counts.set(state, (counts.get(state) ?? 0) + 1);
  return [...counts].flatMap(([state, count]) => (count === 0 ? [] : [{ state, count }]));
}
