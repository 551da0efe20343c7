import { type IncidentMove, incidentMoves, isSettled } from '../../domain/incidents/incident-states.ts';
import { isOver, isRestored } from '../../domain/tickets/ticket-states.ts';
import type { Statement } from '../../store/database.ts';
import type { IncidentEntry, IncidentTicket, StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { Actor } from '../actor.ts';
import { tellDesks } from '../announce.ts';
import { audited } from '../audited.ts';
import type { DeskParts } from '../desk-parts.ts';
import { extentColumns } from './extent-columns.ts';
import type { Extent } from './feeder.ts';
import type { IncidentParts } from './incident-parts.ts';
import { reasonList } from './stored-json.ts';

/** The desk with what incidents need besides. */
export interface IncidentDesk {
  readonly desk: DeskParts;
  readonly on: IncidentParts;
}

export type IncidentOutcome =
  | 'done'
  | 'unknown_incident'
  | 'incident_changed'
  | 'incident_over'
  | 'not_from_here'
  | 'unknown_device'
  | 'unknown_ticket'
  | 'ticket_over'
  | 'unknown_staff'
  | 'eta_in_the_past'
  | 'restored_in_the_future';

export interface ChangingIncident {
  readonly number: string;
  /** Of the incident that was looked at. */
  readonly version: number;
}

/** What is known when a change is decided. */
export interface IncidentMatter {
  readonly incident: StoredIncident;
  /** Its tickets that are not over yet, restored ones among them. */
  readonly tickets: readonly IncidentTicket[];
  /** What is dark by its device; null where that is not known. */
  readonly extent: Extent | null;
  readonly at: number;
}

export interface IncidentDecision {
  readonly columns: Partial<StoredIncident>;
  readonly entry: Pick<IncidentEntry, 'type' | 'data'>;
  /** What else stands or falls with it. */
  readonly also?: readonly Statement[];
  /** Other feeders and incidents that this concerns. */
  readonly feeders?: readonly (string | null)[];
  readonly incidents?: readonly string[];
  readonly ticketIds?: readonly string[];
}

const TRIES = 3;

/** One decide-and-commit: refused where another has changed the incident since it was looked at. */
export async function changeIncident(
  { desk, on }: IncidentDesk,
  actor: Actor,
  { number, version, move }: ChangingIncident & { readonly move: IncidentMove },
  decide: (matter: IncidentMatter) => IncidentOutcome | IncidentDecision | Promise<IncidentOutcome | IncidentDecision>,
): Promise<IncidentOutcome> {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const incident = await on.incidents.byNumber(number);
    if (!incident) return 'unknown_incident';
    if (incident.version !== version) return 'incident_changed';
    if (isSettled(incident.state)) return 'incident_over';
    if (!incidentMoves(incident.state).includes(move)) return 'not_from_here';
    const matter = await matterOf(on, incident);
    const decision = await decide(matter);
    if (typeof decision === 'string') return decision;
    if (await commit({ desk, on }, actor, { matter, decision })) return 'done';
    // A ticket of it has changed, or a number was taken: what is decided is decided anew.
  }
  return 'incident_changed';
}

/** Columns of an incident whose device or tickets are others now. */
export function regraded(
  on: Pick<IncidentParts, 'areas'>,
  given: {
    /** Of the device; null where that is not known. */
    readonly extent: Extent | null;
    readonly probability: number;
    readonly tickets: readonly Pick<IncidentTicket, 'severity' | 'reasons' | 'state'>[];
  },
): Partial<StoredIncident> {
  const open = given.tickets.filter(({ state }) => !isRestored(state) && !isOver(state));
  return extentColumns({
    areas: on.areas,
    known: given.extent,
    probability: given.probability,
    tickets: open.map(({ severity, reasons }) => ({ severity, reasons: reasonList.parse(reasons) })),
  });
}

async function matterOf(on: IncidentParts, incident: StoredIncident): Promise<IncidentMatter> {
  const [tickets, extent] = await Promise.all([
    on.incidents.tickets([incident.id]),
    incident.device_id === null ? null : on.network.extentOf(incident.device_id),
  ]);
  return { incident, extent, at: on.now(), tickets: tickets.filter(({ state }) => !isOver(state)) };
}

async function commit(
  { desk, on }: IncidentDesk,
  { staffId }: Actor,
  { matter, decision }: { readonly matter: IncidentMatter; readonly decision: IncidentDecision },
): Promise<boolean> {
  const { incident, at } = matter;
  const { columns, entry, also = [], feeders = [], incidents = [], ticketIds = [] } = decision;
  const touched = new Set([incident.feeder_id, columns.feeder_id ?? null, ...feeders].filter((id) => id !== null));
  const { ok } = await desk.database.commit([
    ...on.incidents.amend(incident, columns, [{ at, actor: staffId, ...entry }]),
    ...also,
    ...[...touched].map((feeder) => on.looks.lookAt(feeder, at)),
    audited(desk, { actor: staffId, action: `incident_${entry.type}`, subject: `incident:${incident.id}`, at }),
  ]);
  if (!ok) return false;
  for (const incidentId of [incident.id, ...incidents]) {
    tellDesks(desk, { type: 'incident', incidentId, feederId: columns.feeder_id ?? incident.feeder_id });
  }
  for (const ticketId of ticketIds) tellDesks(desk, { type: 'ticket', ticketId });
  return true;
}
