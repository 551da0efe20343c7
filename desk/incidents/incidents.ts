import { z } from 'zod';
import { incidentMoves, isOpen } from '../../domain/incidents/incident-states.ts';
import { jsonText } from '../../store/json-text.ts';
import type { IncidentTicket, StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { IncidentDetail, IncidentList } from '../../web/protocol/desk/incident.ts';
import type { Actor } from '../actor.ts';
import { shownAsking } from '../asking/shown-asking.ts';
import { noteLook } from '../look-log.ts';
import { candidatesFor } from '../tickets/ticket-rights.ts';
import { ticketItemOf } from '../tickets/tickets.ts';
import type { IncidentDesk } from './incident-change.ts';
import { deviceOf, incidentItems, inOrder } from './incident-items.ts';
import { placementsOf, UNPLACED } from './placements-of.ts';
import { storedExplanation } from './stored-json.ts';

export interface IncidentQuery {
  readonly state: 'open' | 'settling' | 'over';
  readonly severity?: StoredIncident['severity'] | undefined;
  readonly feeder?: string | undefined;
  readonly mine?: boolean;
  readonly unassigned?: boolean;
}

const MOST_OPEN = 500;
const MOST_OVER = 200;
const MOST_TICKETS = 500;
const STATES = {
  settling: ['restored'],
  over: ['closed', 'rejected', 'merged'],
} as const;

/** Open incidents in the order they should be dealt with, the gravest of too many; others as they changed last. */
export async function listIncidents(at: IncidentDesk, actor: Actor, query: IncidentQuery): Promise<IncidentList> {
  const most = query.state === 'open' ? MOST_OPEN : MOST_OVER;
  const { incidents } = at.on;
  const wanted = {
    severity: query.severity,
    feederId: query.feeder,
    responsibleId: query.mine ? actor.staffId : undefined,
    withoutCrew: query.unassigned,
  };
  const found =
    query.state === 'open'
      ? await incidents.open(most + 1, wanted)
      : await incidents.inStates(STATES[query.state], most + 1, wanted);
  const items = await incidentItems(at, found.slice(0, most));
  return { incidents: query.state === 'open' ? inOrder(at, items) : items, more: found.length > most };
}

/** An incident with its tickets and what happened to it; null where there is none of this number. */
export async function showIncident(at: IncidentDesk, actor: Actor, number: string): Promise<IncidentDetail | null> {
  const { desk, on } = at;
  const incident = await on.incidents.byNumber(number);
  if (!incident) return null;
  await noteLook(desk, actor, `incident:${incident.id}`);
  const [[item], all, history, others] = await Promise.all([
    incidentItems(at, [incident]),
    on.incidents.tickets([incident.id]),
    on.incidents.history(incident.id),
    on.incidents.open(MOST_OPEN),
  ]);
  if (!item) return null;
  const tickets = all.sort((a, b) => gravity(a) - gravity(b)).slice(0, MOST_TICKETS);
  const entries = history.map(({ data, ...entry }) => ({ ...entry, data: eventData.parse(data) }));
  const names = await desk.repositories.staff.namesOf([
    ...tickets.flatMap(({ responsible_id }) => responsible_id ?? []),
    ...entries.flatMap(({ actor: who, data }) => [who, ...peopleIn(data)]),
  ]);
  const placements = await placementsOf(
    on,
    tickets.map(({ id }) => id),
  );
  const asking = await shownAsking(on, incident);
  const moves = incidentMoves(incident.state).filter((move) => move !== 'asking' || asking !== null);
  return {
    incident: item,
    asking,
    alternatives: await alternativesOf(at, incident),
    tickets: tickets.map((ticket) => ({
      ...ticketItemOf(desk, ticket, names),
      placement: placements.get(ticket.id) ?? UNPLACED,
      joinedAt: ticket.joined_at,
      byHand: ticket.by_hand === 1,
    })),
    moves: [...moves],
    mergeInto: moves.includes('merge') ? mergeable(incident, others) : [],
    candidates: moves.includes('responsible')
      ? await candidatesFor(desk, { kind: 'fault', responsible_role: 'dispatcher' })
      : [],
    history: entries.map(({ seq, at: when, actor: who, type, data }) => ({
      seq,
      at: when,
      actor: names.get(who)?.name ?? who,
      type,
      data: type === 'responsible' ? named(data, (id) => names.get(id)?.name ?? id) : data,
    })),
  };
}

async function alternativesOf(
  at: IncidentDesk,
  { explanation }: StoredIncident,
): Promise<IncidentDetail['alternatives']> {
  const { alternatives } = storedExplanation.parse(explanation);
  const shown = await Promise.all(
    alternatives.map(async ({ deviceId, ...rest }) => {
      const device = await deviceOf(at, await at.on.network.device(deviceId));
      return device === null ? [] : [{ device, ...rest }];
    }),
  );
  return shown.flat();
}

function mergeable(incident: StoredIncident, others: readonly StoredIncident[]): IncidentDetail['mergeInto'] {
  return others
    .filter(({ id, state }) => id !== incident.id && isOpen(state))
    .sort((a, b) => Number(b.feeder_id === incident.feeder_id) - Number(a.feeder_id === incident.feeder_id))
    .map(({ number, area, version }) => ({ number, area, version }));
}

/** The gravest first, those that are over last; otherwise as they came. */
function gravity({ severity, closed_at }: IncidentTicket): number {
  return Number(severity.slice(1)) + (closed_at === null ? 0 : 10);
}

const eventData = jsonText().pipe(z.record(z.string(), z.unknown()));
const PEOPLE = ['from', 'to'];

function peopleIn(data: Readonly<Record<string, unknown>>): string[] {
  return PEOPLE.flatMap((field) => (typeof data[field] === 'string' ? [data[field]] : []));
}

function named(data: Readonly<Record<string, unknown>>, nameOf: (id: string) => string): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(data).map(([field, value]) => [
      field,
      PEOPLE.includes(field) && typeof value === 'string' ? nameOf(value) : value,
    ]),
  );
}
