import type { Localisation } from '../../domain/faults/localisation/create-localiser.ts';
import { coveredBy, type PlacedWord } from '../../domain/incidents/gather-evidence.ts';
import {
  type InferredFault,
  reconcileIncidents,
  type StandingIncident,
} from '../../domain/incidents/reconcile-incidents.ts';
import { isRestored } from '../../domain/tickets/ticket-states.ts';
import type { FeederLook } from '../../store/repositories/feeder-look-repository.ts';
import type { BriefTicket, StoredIncident } from '../../store/repositories/incident-repository.ts';
import { tellDesks } from '../announce.ts';
import { feederQuestion } from './feeder-question.ts';
import { type FeederView, isFixed, viewFeeder } from './feeder-view.ts';
import { CLAIM } from './incident-claim.ts';
import { draftIncidents, type IncidentDrafts } from './incident-drafts.ts';
import type { InferringParts } from './incident-parts.ts';

/** Silence tells more with every minute: where reports are fresh it is looked again soon. */
const AGAIN_MS = 60_000;
const AGAIN_LATER_MS = 5 * 60_000;
const FRESH_MS = 30 * 60_000;

const NOTHING_HEARD: Pick<Localisation, 'causes' | 'ranking'> = { causes: [], ranking: [] };

/**
 * Looks at a feeder: infers what has failed, and opens, moves, joins and ends incidents by it, all in one commit that
 * stands only while the job is this process's and nobody has changed what was read. The same again changes nothing.
 * Tells whether it was committed.
 */
export async function updateFeeder(parts: InferringParts, look: FeederLook): Promise<boolean> {
  const feeder = await parts.network.feeder(look.feeder_id);
  if (feeder === null) return (await parts.database.commit([parts.looks.looked(look, null)])).ok;
  const view = await viewFeeder(parts, feeder, parts.now());
  const elsewhere = await parts.incidents.otherTickets(
    view.standing.map(({ id }) => id),
    feeder.id,
  );
  const found = await localise(parts, view);
  const drafts = draftIncidents(parts, { view, elsewhere, found });
  reconcile(drafts, view, elsewhere, faultsOf(view, found));
  const { statements, changed } = drafts.finish();
  const { ok } = await parts.database.commit([
    parts.claims.fence(CLAIM, parts.holder),
    ...statements,
    parts.looks.looked(look, nextLook(view)),
  ]);
  if (ok) for (const incidentId of changed) tellDesks(parts, { type: 'incident', incidentId, feederId: feeder.id });
  return ok;
}

async function localise(
  { localiser }: InferringParts,
  view: FeederView,
): Promise<Pick<Localisation, 'causes' | 'ranking'>> {
  const question = feederQuestion(view);
  return question === null ? NOTHING_HEARD : localiser.ask(question);
}

/** Each device that is called failed, with the tickets that most probably come from below it. */
function faultsOf({ feeder, evidence }: FeederView, { causes }: Pick<Localisation, 'causes'>): InferredFault[] {
  const devices = new Set(causes.map(({ device }) => device));
  const tickets = new Map<string, string[]>(causes.map(({ device }) => [device, []]));
  evidence.reports.forEach((report: Pick<PlacedWord, 'candidates' | 'kind'>, index) => {
    const ticket = evidence.tickets[index];
    const device = coveredBy(feeder, report, devices);
    if (ticket && device !== null && report.kind === 'no_power') tickets.get(device)?.push(ticket);
  });
  return causes.map(({ device }) => ({ deviceId: device, tickets: tickets.get(device) ?? [] }));
}

function reconcile(
  drafts: IncidentDrafts,
  view: FeederView,
  elsewhere: readonly BriefTicket[],
  inferred: readonly InferredFault[],
): void {
  const { standing, tickets, evidence, feeder, dark, at } = view;
  const open = [...tickets, ...elsewhere.filter(({ closed_at, state }) => closed_at === null && !isRestored(state))];
  const ofIncident = Map.groupBy(open, ({ incident_id }) => incident_id);
  const byHand = new Set([...tickets, ...elsewhere].flatMap(({ id, by_hand }) => (by_hand === 1 ? [id] : [])));
  const stand = standing.map((incident): StandingIncident => {
    const coveredBy = coveringIncident(view, incident);
    return {
      id: incident.id,
      deviceId: incident.device_id,
      pinned: incident.pinned === 1 || incident.state === 'confirmed' || (coveredBy === null && isFixed(incident, at)),
      mayFade: incident.origin === 'inferred' && incident.state === 'probable',
      grave: incident.severity === 'P1' || incident.life_at_risk === 1,
      nested: incident.within_id !== null,
      coveredBy,
      tickets: (ofIncident.get(incident.id) ?? []).map(({ id }) => id),
      openedAt: incident.opened_at,
    };
  });
  const apart = new Set(
    stand.flatMap(({ grave, nested, coveredBy, tickets: own }) => (grave && (nested || coveredBy !== null) ? own : [])),
  );
  for (const [ticketId, device] of evidence.explained) {
    const incident = dark.get(device);
    if (incident && !byHand.has(ticketId) && !apart.has(ticketId)) drafts.join(incident.id, [ticketId]);
  }
  const changes = reconcileIncidents({ standing: stand, inferred, byHand, isWithin: feeder.isWithin });
  for (const change of changes) drafts.apply(change);
}

/** The settled incident at a device above an incident's own; null where there is none. */
function coveringIncident({ feeder, dark }: FeederView, { id, device_id }: StoredIncident): string | null {
  let at = device_id;
  while (at !== null) {
    const above = dark.get(at);
    if (above && above.id !== id) return above.id;
    at = feeder.parentOf.get(at) ?? null;
  }
  return null;
}

function nextLook({ evidence, at }: FeederView): number | null {
  if (evidence.startedAt === null) return null;
  const last = evidence.reports.reduce((latest, report) => Math.max(latest, report.at), 0);
  const quiet = at - (evidence.startedAt + last * 60_000);
  return at + (quiet < FRESH_MS ? AGAIN_MS : AGAIN_LATER_MS);
}
