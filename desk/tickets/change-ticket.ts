import { isOver, moveTicket as moved, type TicketMove } from '../../domain/tickets/ticket-states.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { TicketEntry } from '../../store/repositories/ticket-book.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { clocksOf } from './clocks-of.ts';
import { movedColumns, movingOf } from './moved-columns.ts';
import { candidatesFor, mayWork } from './ticket-rights.ts';

export type TicketOutcome =
  | 'done'
  | 'unknown_ticket'
  | 'not_yours'
  | 'ticket_changed'
  | 'ticket_over'
  | 'not_from_here'
  | 'crew_missing'
  | 'note_missing'
  | 'unknown_staff';

interface Changing {
  readonly number: string;
  /** Of the ticket that was looked at. */
  readonly version: number;
}

/** Moves a ticket to another state. */
export async function moveTicket(parts: DeskParts, actor: Actor, given: Changing & TicketMove): Promise<TicketOutcome> {
  return change(parts, actor, given, (ticket) => {
    const { to, crew, note } = given;
    const outcome = moved(movingOf(ticket), { to, crew, note }, parts.now());
    if (outcome.kind === 'refused') return outcome.reason;
    const data = {
      from: ticket.state,
      to,
      ...(outcome.change.crew ? { crew: outcome.change.crew } : {}),
      ...(note ? { note } : {}),
    };
    return { columns: movedColumns(outcome.change), type: 'state', data };
  });
}

/** Makes somebody else responsible. */
export async function setResponsible(
  parts: DeskParts,
  actor: Actor,
  given: Changing & { readonly staffId: string; readonly note?: string | undefined },
): Promise<TicketOutcome> {
  return change(parts, actor, given, async (ticket) => {
    const { staffId, note } = given;
    const known = await candidatesFor(parts, ticket);
    if (known.every(({ id }) => id !== staffId)) return 'unknown_staff';
    const from = ticket.responsible_id === null ? {} : { from: ticket.responsible_id };
    return {
      columns: { responsible_id: staffId },
      type: 'responsible',
      data: { ...from, to: staffId, ...(note ? { note } : {}) },
    };
  });
}

/** Says which service standards hold where the fault is. */
export async function setZone(
  parts: DeskParts,
  actor: Actor,
  given: Changing & { readonly zone: 'urban' | 'rural' | 'remote' },
): Promise<TicketOutcome> {
  return change(parts, actor, given, (ticket) => ({
    columns: { zone: given.zone },
    type: 'zone',
    data: {
      ...(ticket.zone === null ? {} : { from: ticket.zone }),
      ...{ to: given.zone, due: dueChanges(parts, ticket, given.zone) },
    },
  }));
}

/** Counts that the customer has chased it up; two who count at once count two. */
export async function chaseTicket(
  parts: DeskParts,
  actor: Actor,
  { number, note }: { readonly number: string; readonly note?: string | undefined },
): Promise<TicketOutcome> {
  const { repositories, database, now } = parts;
  const ticket = await repositories.tickets.byNumber(number);
  if (!ticket) return 'unknown_ticket';
  const at = now();
  const { ok } = await database.commit([
    ...repositories.ticketBook.chase(ticket.id, { at, actor: actor.staffId, data: note ? { note } : {} }),
    audited(parts, { actor: actor.staffId, action: 'ticket_chased', subject: `ticket:${ticket.id}`, at }),
  ]);
  if (!ok) return 'ticket_over';
  tellDesks(parts, { type: 'ticket', ticketId: ticket.id });
  return 'done';
}

/** Which running clocks another zone makes due at another time. None starts anew. */
function dueChanges(parts: Pick<DeskParts, 'standards'>, ticket: StoredTicket, zone: StoredTicket['zone']) {
  const before = new Map(clocksOf(parts, ticket).map(({ name, dueAt }) => [name, dueAt]));
  return clocksOf(parts, { ...ticket, zone }).flatMap(({ name, dueAt, stoppedAt }) => {
    const was = before.get(name);
    return stoppedAt !== null || was === undefined || was === dueAt ? [] : [{ clock: name, was, is: dueAt }];
  });
}

type Decision = TicketOutcome | ({ readonly columns: Partial<StoredTicket> } & Pick<TicketEntry, 'type' | 'data'>);

/** One decide-and-commit: refused where another has changed the ticket since it was looked at. */
async function change(
  parts: DeskParts,
  { staffId, roles }: Actor,
  { number, version }: Changing,
  decide: (ticket: StoredTicket) => Decision | Promise<Decision>,
): Promise<TicketOutcome> {
  const { repositories, database, now } = parts;
  const ticket = await repositories.tickets.byNumber(number);
  if (!ticket) return 'unknown_ticket';
  if (!mayWork({ roles }, ticket)) return 'not_yours';
  if (ticket.version !== version) return 'ticket_changed';
  if (isOver(ticket.state)) return 'ticket_over';
  const decision = await decide(ticket);
  if (typeof decision === 'string') return decision;
  const { columns, type, data } = decision;
  const at = now();
  const { ok } = await database.commit([
    ...repositories.ticketBook.amend(ticket.id, columns, { at, actor: staffId, type, data }, version),
    audited(parts, { actor: staffId, action: `ticket_${type}`, subject: `ticket:${ticket.id}`, at }),
  ]);
  if (!ok) return 'ticket_changed';
  tellDesks(parts, { type: 'ticket', ticketId: ticket.id });
  return 'done';
}
