import { dangerUnseen } from '../../domain/incidents/danger-unseen.ts';
import { isRestored, moveTicket, restoreTicket, type TicketMoved } from '../../domain/tickets/ticket-states.ts';
import type { Statement } from '../../store/database.ts';
import type { IncidentTicket, StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { Actor } from '../actor.ts';
import { movedColumns, movingOf } from '../tickets/moved-columns.ts';
import { candidatesFor } from '../tickets/ticket-rights.ts';
import { type ChangingIncident, changeIncident, type IncidentDesk, type IncidentOutcome } from './incident-change.ts';
import { interruptionsOf } from './interruptions-of.ts';
import { dangerFacts, reasonList } from './stored-json.ts';

interface Noted {
  readonly note?: string | undefined;
}

/** Sends a crew: to the incident, and to each of its tickets for which none is on its way. */
export function sendCrew(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & Noted & { readonly crew: string },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'crew' }, async ({ incident, tickets, at: now }) => {
    const { crew, note } = given;
    const moves = tickets.flatMap((ticket) => {
      const outcome = moveTicket(movingOf(ticket), { to: 'crew_assigned', crew }, now);
      return outcome.kind === 'moved' ? [{ ticket, change: outcome.change, data: { crew } }] : [];
    });
    return {
      columns: { crew },
      entry: { type: 'crew', data: { crew, ...noted(note) } },
      ...(await ticketMoves(at, actor, { incident: incident.number, moves, now })),
    };
  });
}

/** When supply is expected back, by whose word, for the incident and its tickets; null withdraws it. */
export function setEta(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & Noted & { readonly at: number | null; readonly source: string },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'eta' }, async ({ incident, tickets, at: now }) => {
    const { at: eta, source, note } = given;
    if (eta !== null && eta <= now) return 'eta_in_the_past';
    const columns = {
      eta_at: eta,
      eta_source: eta === null ? null : source,
      eta_set_at: eta === null ? null : now,
    };
    const waiting = tickets.filter(({ state, kind }) => !isRestored(state) && kind === 'fault');
    return {
      columns: { ...columns, eta_set_by: eta === null ? null : actor.staffId },
      entry: { type: 'eta', data: { at: eta, source, ...noted(note) } },
      also: await inPortions(waiting, ({ id, version, eta_at }) => {
        const data = { ...(eta_at === null ? {} : { from: eta_at }), to: eta, source, incident: incident.number };
        const entry = { at: now, actor: actor.staffId, type: 'eta', data };
        return at.desk.repositories.ticketBook.amend(id, columns, entry, version);
      }),
      ticketIds: waiting.map(({ id }) => id),
    };
  });
}

export function entrustIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & Noted & { readonly staffId: string },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'responsible' }, async ({ incident }) => {
    const { staffId, note } = given;
    const known = await candidatesFor(at.desk, { kind: 'fault', responsible_role: 'dispatcher' });
    if (known.every(({ id }) => id !== staffId)) return 'unknown_staff';
    const from = incident.responsible_id === null ? {} : { from: incident.responsible_id };
    return {
      columns: { responsible_id: staffId },
      entry: { type: 'responsible', data: { ...from, to: staffId, ...noted(note) } },
    };
  });
}

/**
 * Supply is back: its tickets are restored, and what it was to reliability is recorded. Danger to which no crew has been
 * is not ended by that: such tickets stay open, each to be worked by itself.
 */
export function restoreIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & Noted & { readonly at?: number | undefined },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'restore' }, async ({ incident, tickets, extent, at: now }) => {
    const restoredAt = Math.max(incident.started_at, given.at ?? now);
    if (restoredAt > now) return 'restored_in_the_future';
    const [left, dark] = parted(tickets, hasDangerUnseen);
    const moves = dark.flatMap((ticket) => {
      const outcome = restoreTicket(movingOf(ticket), Math.max(ticket.created_at, restoredAt));
      return outcome.kind === 'moved' ? [{ ticket, change: outcome.change, data: {} }] : [];
    });
    const { also, ticketIds } = await ticketMoves(at, actor, { incident: incident.number, moves, now });
    const rows = extent === null ? [] : interruptionsOf(incident, extent, restoredAt);
    return {
      columns: { state: 'restored', restored_at: restoredAt, within_id: null },
      entry: { type: 'restored', data: { at: restoredAt, ...leftNumbers(left), ...noted(given.note) } },
      also: [...also, ...leaveOpen(at, actor, { incident, left, now }), ...at.on.interruptions.save(rows)],
      ticketIds: [...ticketIds, ...left.map(({ id }) => id)],
    };
  });
}

/** It is settled. The cause goes into the figures of reliability too. */
export function closeIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & Noted & { readonly cause?: string | undefined },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'close' }, ({ incident, extent, at: now }) => {
    const cause = given.cause ?? incident.cause;
    const { restored_at } = incident;
    const rows =
      extent === null || restored_at === null ? [] : interruptionsOf({ ...incident, cause }, extent, restored_at);
    return {
      columns: { state: 'closed', closed_at: now, cause },
      entry: { type: 'closed', data: { ...(cause === null ? {} : { cause }), ...noted(given.note) } },
      also: at.on.interruptions.save(rows),
    };
  });
}

interface TicketStep {
  readonly ticket: IncidentTicket;
  readonly change: TicketMoved;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Each ticket moves by its own state machine, and only as it was read. */
async function ticketMoves(
  { desk }: IncidentDesk,
  { staffId }: Actor,
  { incident, moves, now }: { readonly incident: string; readonly moves: readonly TicketStep[]; readonly now: number },
): Promise<{ readonly also: readonly Statement[]; readonly ticketIds: readonly string[] }> {
  const also = await inPortions(moves, ({ ticket, change, data }) => {
    const entry = { from: ticket.state, to: change.state, incident, ...data };
    const { id, version } = ticket;
    const event = { at: now, actor: staffId, type: 'state', data: entry };
    return desk.repositories.ticketBook.amend(id, movedColumns(change), event, version);
  });
  return { also, ticketIds: moves.map(({ ticket }) => ticket.id) };
}

/**
 * Each is told why, as it was read: a crew that comes on site meanwhile has it decided anew. Held by hand on an incident
 * that is over, they are loose and tell inference nothing more of missing supply.
 */
function leaveOpen(
  { desk, on }: IncidentDesk,
  { staffId }: Actor,
  given: { readonly incident: StoredIncident; readonly left: readonly IncidentTicket[]; readonly now: number },
): Statement[] {
  const { incident, left, now } = given;
  const data = { incident: incident.number, reasons: ['danger.unseen'] };
  const entry = { at: now, actor: staffId, type: 'note', data };
  const ids = left.map(({ id }) => id);
  return [
    ...left.flatMap(({ id, version }) => desk.repositories.ticketBook.amend(id, {}, entry, version)),
    ...on.incidents.join(incident.id, ids, { at: now, byHand: true }),
  ];
}

function leftNumbers(left: readonly IncidentTicket[]): { readonly left?: readonly string[] } {
  return left.length === 0 ? {} : { left: left.map(({ number }) => number) };
}

function hasDangerUnseen({ kind, state, reasons, facts }: IncidentTicket): boolean {
  if (kind !== 'fault' || isRestored(state)) return false;
  return dangerUnseen({ state, reasons: reasonList.parse(reasons), facts: dangerFacts(facts) });
}

function parted<T>(all: readonly T[], is: (one: T) => boolean): readonly [those: T[], others: T[]] {
  const { those = [], others = [] } = Object.groupBy(all, (one) => (is(one) ? 'those' : 'others'));
  return [those, others];
}

const AT_ONCE = 50;

/** Thousands of tickets take a while: turns get their share of the thread in between. */
async function inPortions<T>(all: readonly T[], statementsOf: (one: T) => readonly Statement[]): Promise<Statement[]> {
  const statements: Statement[] = [];
  for (const [index, one] of all.entries()) {
    if (index > 0 && index % AT_ONCE === 0) await new Promise((resolve) => setImmediate(resolve));
    statements.push(...statementsOf(one));
  }
  return statements;
}

function noted(note: string | undefined): { readonly note?: string } {
  return note ? { note } : {};
}
