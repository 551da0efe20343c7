import type { z } from 'zod';
import type {
  IntegrationIncident,
  IntegrationIncidentList,
  incidentListQuerySchema,
} from '../../web/protocol/integration.ts';
import { type IncidentReport, type IncidentUpdate, integrationIncidentSchema } from '../../web/protocol/integration.ts';
import type { IncidentDesk, IncidentOutcome } from '../incidents/incident-change.ts';
import { confirmIncident, openIncident } from '../incidents/judge-incident.ts';
import { restoreIncident, sendCrew, setEta } from '../incidents/work-incident.ts';
import { readTicketCursor, writeTicketCursor } from '../tickets/ticket-cursor.ts';
import { integrationIncident } from './integration-incident.ts';
import { type ApiClient, actorOf, type IntegrationParts } from './integration-parts.ts';
import { type Asked, answeredBefore, keepAnswer } from './once.ts';

/** What incidents of other systems work with: the desk's own actions, so that nothing is decided twice. */
export interface IncidentIntegration {
  readonly parts: Pick<IntegrationParts, 'repositories' | 'now'>;
  readonly desk: IncidentDesk;
}

const USUAL_PAGE = 50;

/** A page of incidents, newest first; null where the cursor is none of ours. */
export async function listIncidents(
  { parts }: IncidentIntegration,
  { cursor, limit = USUAL_PAGE, changedSince, state }: z.infer<typeof incidentListQuerySchema>,
): Promise<IntegrationIncidentList | null> {
  const after = cursor === undefined ? undefined : readTicketCursor(cursor);
  if (after === null) return null;
  const found = await parts.repositories.incidents.page({
    state,
    changedSince: changedSince === undefined ? undefined : Date.parse(changedSince),
    after,
    limit: limit + 1,
  });
  const page = found.slice(0, limit);
  const last = page.at(-1);
  return {
    incidents: page.map(integrationIncident),
    next: found.length > limit && last ? writeTicketCursor({ created_at: last.opened_at, id: last.id }) : null,
  };
}

/** Null where there is none of this number. */
export async function readIncident(
  { parts }: IncidentIntegration,
  number: string,
): Promise<IntegrationIncident | null> {
  const row = await parts.repositories.incidents.byNumber(number);
  return row ? integrationIncident(row) : null;
}

export type IncidentReportOutcome =
  | { readonly kind: 'opened'; readonly incident: IntegrationIncident }
  | { readonly kind: 'refused'; readonly reason: 'idempotency_key_reused' | 'unknown_device' };

/** Opens an incident at a device that another system knows to have failed; the same key again gives the same answer. */
export async function reportIncident(
  { parts, desk }: IncidentIntegration,
  client: ApiClient,
  { key, report }: { readonly key: string; readonly report: IncidentReport },
): Promise<IncidentReportOutcome> {
  const asked: Asked = { client, key, of: 'POST incidents', body: report };
  const before = await answeredBefore(parts, asked);
  if (before.kind === 'other') return { kind: 'refused', reason: 'idempotency_key_reused' };
  if (before.kind === 'same') return { kind: 'opened', incident: integrationIncidentSchema.parse(before.answer) };
  const device = await desk.on.network.device(report.device);
  if (device === null) return { kind: 'refused', reason: 'unknown_device' };
  let answer: IntegrationIncident | null = null;
  const opened = await openIncident(desk, { staffId: actorOf(client) }, report, (row) => {
    const placed = { device_name: device.name, device_kind: device.kind, ticket_numbers: [], responsible_id: null };
    answer = integrationIncident({ ...row, ...placed });
    return keepAnswer(parts, asked, { answer, at: row.opened_at });
  });
  if (opened !== null && answer) return { kind: 'opened', incident: answer };
  const meanwhile = await answeredBefore(parts, asked);
  if (meanwhile.kind === 'same') return { kind: 'opened', incident: integrationIncidentSchema.parse(meanwhile.answer) };
  return { kind: 'refused', reason: meanwhile.kind === 'other' ? 'idempotency_key_reused' : 'unknown_device' };
}

export type IncidentUpdateOutcome =
  | { readonly kind: 'updated'; readonly incident: IntegrationIncident }
  | { readonly kind: 'refused'; readonly reason: Exclude<IncidentOutcome, 'done'> };

/** Changes an incident, and with it its tickets, by the word of another system. */
export async function updateIncident(
  integration: IncidentIntegration,
  client: ApiClient,
  given: { readonly number: string; readonly version: number; readonly update: IncidentUpdate },
): Promise<IncidentUpdateOutcome> {
  const outcome = await change(integration, client, given);
  if (outcome !== 'done') return { kind: 'refused', reason: outcome };
  const incident = await readIncident(integration, given.number);
  return incident ? { kind: 'updated', incident } : { kind: 'refused', reason: 'unknown_incident' };
}

function change(
  { desk }: IncidentIntegration,
  client: ApiClient,
  { number, version, update }: { readonly number: string; readonly version: number; readonly update: IncidentUpdate },
): Promise<IncidentOutcome> {
  const actor = { staffId: actorOf(client), deskName: client.name, roles: [] };
  const { crew, eta, restoredAt, confirmed, note } = update;
  const which = { number, version, ...(note === undefined ? {} : { note }) };
  if (crew !== undefined) return sendCrew(desk, actor, { ...which, crew });
  if (restoredAt !== undefined) return restoreIncident(desk, actor, { ...which, at: Date.parse(restoredAt) });
  if (confirmed !== undefined) return confirmIncident(desk, actor, { ...which, ...confirmed });
  if (eta === null || eta === undefined) return setEta(desk, actor, { ...which, at: null, source: actor.staffId });
  return setEta(desk, actor, { ...which, at: Date.parse(eta.at), source: eta.source });
}
