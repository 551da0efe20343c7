import { compareUrgency, orderReasons, type Urgent } from '../../domain/incidents/incident-order.ts';
import { raisedBy } from '../../domain/tickets/chases.ts';
import { firstToRunOut } from '../../domain/tickets/ticket-clocks.ts';
import type { FirstTicket, IncidentTally, StoredIncident } from '../../store/repositories/incident-repository.ts';
import type { NetworkDeviceTable } from '../../store/tables/utility-tables.ts';
import type { IncidentDevice, IncidentItem } from '../../web/protocol/desk/incident.ts';
import { clocksOf } from '../tickets/clocks-of.ts';
import type { IncidentDesk } from './incident-change.ts';
import { siteList, storedExplanation } from './stored-json.ts';

type Names = ReadonlyMap<string, { readonly name: string }>;

/** Incidents as the desk shows them, in the order they were given. */
export async function incidentItems(at: IncidentDesk, incidents: readonly StoredIncident[]): Promise<IncidentItem[]> {
  const ids = incidents.map(({ id }) => id);
  const [tallies, first] = await Promise.all([at.on.incidents.tallies(ids), at.on.incidents.firstTickets(ids)]);
  const tickets = Map.groupBy(first, ({ incident_id }) => incident_id);
  const people = incidents.flatMap(({ responsible_id, eta_set_by }) => [responsible_id ?? [], eta_set_by ?? []].flat());
  const names = await at.desk.repositories.staff.namesOf([...new Set(people)]);
  const numbers = new Map(incidents.map(({ id, number }) => [id, number]));
  return Promise.all(
    incidents.map(async (incident) => {
      const { within_id } = incident;
      const within = within_id === null ? null : (numbers.get(within_id) ?? (await numberOf(at, within_id)));
      const device = incident.device_id === null ? null : await at.on.network.device(incident.device_id);
      const own = { tally: tallies.get(incident.id), first: tickets.get(incident.id) ?? [] };
      return itemOf(at, { incident, device: await deviceOf(at, device), within, ...own, names });
    }),
  );
}

/** Those to be dealt with first, first. */
export function inOrder({ desk }: Pick<IncidentDesk, 'desk'>, items: readonly IncidentItem[]): IncidentItem[] {
  const of = (item: IncidentItem) => urgencyOf(desk, item);
  return [...items].sort((a, b) => compareUrgency(of(a), of(b)) || a.openedAt - b.openedAt);
}

/** A device as the desk shows it, with the feeder it hangs on. */
export async function deviceOf(
  { on }: Pick<IncidentDesk, 'on'>,
  device: NetworkDeviceTable | null,
): Promise<IncidentDevice | null> {
  if (device === null) return null;
  const { id, name, kind, lat, lon } = device;
  const feederId = await on.network.feederOf(id);
  const feeder = feederId === null ? null : await on.network.device(feederId);
  return { id, name, kind, feederId, feederName: feeder?.name ?? null, lat, lon };
}

interface ItemGiven {
  readonly incident: StoredIncident;
  readonly device: IncidentDevice | null;
  readonly within: string | null;
  readonly tally: IncidentTally | undefined;
  /** Those of its tickets whose clocks may run out first. */
  readonly first: readonly FirstTicket[];
  readonly names: Names;
}

function itemOf(
  { desk, on }: IncidentDesk,
  { incident, device, within, tally, first, names }: ItemGiven,
): IncidentItem {
  const item: IncidentItem = {
    id: incident.id,
    number: incident.number,
    state: incident.state,
    device,
    probability: incident.probability,
    reasons: storedExplanation.parse(incident.explanation).reasons,
    area: incident.area,
    customersAffected: incident.customers,
    severity: incident.severity,
    lifeAtRisk: incident.life_at_risk === 1,
    lifeSupport: incident.life_support,
    criticalSites: siteList.parse(incident.critical_sites),
    ticketCount: tally?.tickets ?? 0,
    chases: tally?.chases ?? 0,
    mostChases: tally?.mostChases ?? 0,
    crew: incident.crew,
    eta: etaOf(incident, names),
    cause: incident.cause,
    responsible: names.get(incident.responsible_id ?? '')?.name ?? 'dispatcher',
    responsibleId: incident.responsible_id,
    clock: firstClock(desk, first),
    order: [],
    within,
    openedAt: incident.opened_at,
    updatedAt: incident.updated_at,
    restoredAt: incident.restored_at,
    version: incident.version,
  };
  return {
    ...item,
    order: orderReasons(urgencyOf(desk, item), on.now()).map(({ code, values }) => ({ code, values: { ...values } })),
  };
}

function etaOf({ eta_at, eta_source, eta_set_at, eta_set_by }: StoredIncident, names: Names): IncidentItem['eta'] {
  if (eta_at === null || eta_source === null || eta_set_at === null) return null;
  return { at: eta_at, source: eta_source, setAt: eta_set_at, setBy: names.get(eta_set_by ?? '')?.name ?? null };
}

/** The running clock of its tickets that runs out first. */
function firstClock(desk: IncidentDesk['desk'], tickets: readonly FirstTicket[]): IncidentItem['clock'] {
  return firstToRunOut(
    tickets.flatMap((ticket) => clocksOf(desk, ticket).map((clock) => ({ ...clock, ticketNumber: ticket.number }))),
  );
}

function urgencyOf(desk: IncidentDesk['desk'], item: IncidentItem): Urgent {
  return {
    severity: item.severity,
    lifeAtRisk: item.lifeAtRisk,
    lifeSupport: item.lifeSupport,
    criticalSites: item.criticalSites.length,
    deviceKind: item.device?.kind ?? null,
    customers: item.customersAffected,
    chased: raisedBy(item.mostChases, desk.standards),
    dueAt: item.clock?.dueAt ?? null,
  };
}

async function numberOf({ on }: IncidentDesk, id: string): Promise<string | null> {
  return (await on.incidents.byId(id))?.number ?? null;
}
