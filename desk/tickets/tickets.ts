import { z } from 'zod';
import { raisedBy } from '../../domain/tickets/chases.ts';
import { firstToRunOut } from '../../domain/tickets/ticket-clocks.ts';
import { movesFrom } from '../../domain/tickets/ticket-states.ts';
import { jsonText } from '../../store/json-text.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { Staff } from '../../store/repositories/staff-repository.ts';
import type { TicketDetail, TicketItem, TicketList } from '../../web/protocol/desk/ticket.ts';
import type { Actor } from '../actor.ts';
import type { DeskParts } from '../desk-parts.ts';
import { noteLook } from '../look-log.ts';
import { clocksOf } from './clocks-of.ts';
import { readTicketCursor, writeTicketCursor } from './ticket-cursor.ts';
import { candidatesFor, mayWork } from './ticket-rights.ts';

export interface TicketQuery {
  readonly state?: StoredTicket['state'] | undefined;
  readonly severity?: StoredTicket['severity'] | undefined;
  /** Only those that the caller is responsible for. */
  readonly mine?: boolean | undefined;
  /** Open ones of which a clock is near its end, or over; `breached`: over. */
  readonly clock?: 'at_risk' | 'breached' | undefined;
  readonly cursor?: string | undefined;
  readonly limit: number;
}

/** A page of tickets, newest first; null where the cursor is none of ours. */
export async function listTickets(parts: DeskParts, actor: Actor, query: TicketQuery): Promise<TicketList | null> {
  const { cursor, limit, state, severity, mine, clock } = query;
  const after = cursor === undefined ? undefined : readTicketCursor(cursor);
  if (after === null) return null;
  const { tickets, staff } = parts.repositories;
  const found = await tickets.page({
    state,
    severity,
    responsibleId: mine ? actor.staffId : undefined,
    clock: clock === undefined ? undefined : { reached: clock, at: parts.now() },
    after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  await noteLook(parts, actor, 'tickets');
  const names = await staff.namesOf(page.flatMap(({ responsible_id }) => responsible_id ?? []));
  const last = page.at(-1);
  return {
    tickets: page.map((ticket) => ticketItemOf(parts, ticket, names)),
    next: found.length > limit && last ? writeTicketCursor(last) : null,
  };
}

/** A ticket and what happened to it; null where there is none of this number. */
export async function showTicket(parts: DeskParts, actor: Actor, number: string): Promise<TicketDetail | null> {
  const { tickets, staff } = parts.repositories;
  const ticket = await tickets.byNumber(number);
  if (!ticket) return null;
  await noteLook(parts, actor, `ticket:${ticket.id}`);
  const history = await tickets.history(ticket.id);
  const names = await staff.namesOf([
    ...(ticket.responsible_id === null ? [] : [ticket.responsible_id]),
    ...history.flatMap(({ actor: who, data }) => [who, ...peopleIn(json.parse(data))]),
  ]);
  const may = mayWork(actor, ticket);
  return {
    ticket: ticketItemOf(parts, ticket, names),
    clocks: clocksOf(parts, ticket),
    moves: may ? [...movesFrom(ticket)] : [],
    candidates: may && ticket.closed_at === null ? await candidatesFor(parts, ticket) : [],
    facts: ticket.facts === null ? null : json.parse(ticket.facts),
    history: counted(
      history.map(({ seq, at, actor: who, type, data }) => ({
        seq,
        at,
        actor: names.get(who)?.name ?? who,
        type,
        data: type === 'responsible' || type === 'escalated' ? named(json.parse(data), names) : json.parse(data),
      })),
      parts.standards.raiseAfterChases,
    ),
  };
}

/** Which chase-up was the how-many-eth, and which one raised the ticket. */
function counted(history: TicketDetail['history'], raiseAfter: number): TicketDetail['history'] {
  let count = 0;
  return history.map((event) => {
    if (event.type !== 'chased') return event;
    count += 1;
    return { ...event, data: { ...event.data, count, raised: count === raiseAfter } };
  });
}

const json = jsonText().pipe(z.record(z.string(), z.unknown()));
const codes = jsonText().pipe(z.array(z.string()));

type Names = ReadonlyMap<string, Pick<Staff, 'name'>>;

const PEOPLE = ['from', 'to', 'above'];

/** The staff whom an event is about. */
function peopleIn(data: Readonly<Record<string, unknown>>): string[] {
  return PEOPLE.flatMap((field) => (typeof data[field] === 'string' ? [data[field]] : []));
}

function named(data: Readonly<Record<string, unknown>>, names: Names): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      PEOPLE.includes(field) && typeof value === 'string' ? (names.get(value)?.name ?? value) : value,
    ]),
  );
}

/** A ticket as the desk shows it. */
export function ticketItemOf(
  parts: Pick<DeskParts, 'standards'>,
  ticket: StoredTicket,
  names: ReadonlyMap<string, Pick<Staff, 'name'>>,
): TicketItem {
  return {
    id: ticket.id,
    number: ticket.number,
    kind: ticket.kind,
    state: ticket.state,
    severity: ticket.severity,
    reasons: codes.parse(ticket.reasons),
    place: ticket.place,
    since: ticket.since,
    phone: ticket.phone,
    description: ticket.description,
    conversationId: ticket.conversation_id,
    sessionId: ticket.session_id,
    responsible: names.get(ticket.responsible_id ?? '')?.name ?? ticket.responsible_role,
    responsibleId: ticket.responsible_id,
    zone: ticket.zone,
    crew: ticket.crew,
    firstResponder: ticket.first_responder,
    resolvedDateTime: ticket.resolved_at,
    arrivedAt: ticket.arrived_at,
    chases: ticket.chases,
    raised: raisedBy(ticket.chases, parts.standards) > 0,
    important: ticket.important === 1,
    dispatchedAt: ticket.dispatched_at,
    contactedAt: ticket.contacted_at,
    clock: firstToRunOut(clocksOf(parts, ticket)),
    version: ticket.version,
    language: ticket.language,
    createdAt: ticket.created_at,
    updatedAt: ticket.updated_at,
  };
}
