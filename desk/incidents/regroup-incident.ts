import { isOpen } from '../../domain/incidents/incident-states.ts';
import { isOver } from '../../domain/tickets/ticket-states.ts';
import type { StoredTicket } from '../../store/repositories/desk-ticket-repository.ts';
import type { IncidentTicket } from '../../store/repositories/incident-repository.ts';
import type { Actor } from '../actor.ts';
import {
  type ChangingIncident,
  changeIncident,
  type IncidentDesk,
  type IncidentOutcome,
  regraded,
} from './incident-change.ts';
import { byHand, placeOf } from './judge-incident.ts';

/** A second fault in it: some of its tickets go into a new incident at another device. The new one's number, or why not. */
export async function splitIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & {
    readonly device: string;
    readonly tickets: readonly string[];
    readonly note?: string | undefined;
  },
): Promise<{ readonly number: string } | Exclude<IncidentOutcome, 'done'>> {
  let opened: string | null = null;
  const outcome = await changeIncident(at, actor, { ...given, move: 'split' }, async (matter) => {
    const { incident, tickets, at: now } = matter;
    const wanted = new Set(given.tickets);
    const leaving = tickets.filter(({ number }) => wanted.has(number));
    if (leaving.length < wanted.size) return 'unknown_ticket';
    const placed = await placeOf(at.on, given.device);
    if (placed === null) return 'unknown_device';
    const staying = tickets.filter(({ number }) => !wanted.has(number));
    const blank = byHand(at.on, { device: given.device, feederId: placed.feederId, at: now, cause: null });
    const row = {
      ...blank,
      started_at: Math.min(now, ...leaving.map(({ created_at }) => created_at)),
      ...regraded(at.on, { extent: placed.extent, probability: 1, tickets: leaving }),
    };
    opened = row.number;
    const { version: _version, responsible_id: _responsible, ...columns } = row;
    const { probability } = incident;
    const numbers = leaving.map(({ number }) => number);
    const from = {
      at: now,
      actor: actor.staffId,
      type: 'opened',
      data: { from: incident.number, device: given.device, tickets: numbers },
    };
    return {
      columns: regraded(at.on, { extent: matter.extent, probability, tickets: staying }),
      entry: {
        type: 'split',
        data: { into: row.number, tickets: numbers, ...(given.note ? { note: given.note } : {}) },
      },
      also: [
        ...at.on.incidents.add(columns, from),
        ...at.on.incidents.join(
          row.id,
          leaving.map(({ id }) => id),
          { at: now, byHand: true },
        ),
      ],
      feeders: [placed.feederId],
      incidents: [row.id],
    };
  });
  if (outcome !== 'done') return outcome;
  return opened === null ? 'incident_changed' : { number: opened };
}

/** It goes into another with all its tickets; that one is as grave as the graver of the two. */
export function mergeIncident(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & { readonly into: string; readonly intoVersion: number; readonly note?: string | undefined },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'merge' }, async ({ incident, tickets, at: now }) => {
    const into = await at.on.incidents.byNumber(given.into);
    if (!into || into.id === incident.id) return 'unknown_incident';
    if (!isOpen(into.state)) return 'incident_over';
    if (into.version !== given.intoVersion) return 'incident_changed';
    const theirs = (await at.on.incidents.tickets([into.id])).filter(({ state }) => !isOver(state));
    const extent = into.device_id === null ? null : await at.on.network.extentOf(into.device_id);
    const { probability } = into;
    const note = given.note ? { note: given.note } : {};
    const columns = {
      started_at: Math.min(into.started_at, incident.started_at),
      ...regraded(at.on, { extent, probability, tickets: [...theirs, ...tickets] }),
    };
    const entry = { at: now, actor: actor.staffId, type: 'merged', data: { from: incident.number, ...note } };
    return {
      columns: { state: 'merged', merged_into: into.id, closed_at: now },
      entry: { type: 'merged', data: { into: into.number, ...note } },
      also: [
        ...at.on.incidents.amend(into, columns, [entry]),
        ...at.on.incidents.join(
          into.id,
          tickets.map(({ id }) => id),
          { at: now, byHand: true },
        ),
      ],
      feeders: [into.feeder_id],
      incidents: [into.id],
    };
  });
}

/** Puts tickets on it by hand, from wherever they are. */
export function takeTickets(
  at: IncidentDesk,
  actor: Actor,
  given: ChangingIncident & { readonly tickets: readonly string[] },
): Promise<IncidentOutcome> {
  return changeIncident(at, actor, { ...given, move: 'tickets' }, async (matter) => {
    const { incident, tickets, at: now } = matter;
    const coming: StoredTicket[] = [];
    for (const number of new Set(given.tickets)) {
      const ticket = await at.desk.repositories.tickets.byNumber(number);
      if (ticket?.kind !== 'fault') return 'unknown_ticket';
      if (isOver(ticket.state)) return 'ticket_over';
      coming.push(ticket);
    }
    const ids = coming.map(({ id }) => id);
    const homes = await at.on.incidents.ofTickets(ids);
    const left = [...new Set(homes.map(({ incident_id }) => incident_id))].filter((id) => id !== incident.id);
    const { probability } = incident;
    const all: Pick<IncidentTicket, 'severity' | 'reasons' | 'state'>[] = [
      ...tickets.filter(({ id }) => !ids.includes(id)),
      ...coming,
    ];
    return {
      columns: {
        started_at: Math.min(incident.started_at, ...coming.map(({ created_at }) => created_at)),
        ...regraded(at.on, { extent: matter.extent, probability, tickets: all }),
      },
      entry: { type: 'joined', data: { tickets: coming.map(({ number }) => number) } },
      also: at.on.incidents.join(incident.id, ids, { at: now, byHand: true }),
      feeders: await at.on.incidents.feedersOfTickets(ids),
      incidents: left,
    };
  });
}
