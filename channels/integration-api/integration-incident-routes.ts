import { z } from 'zod';
import {
  type IncidentIntegration,
  type IncidentUpdateOutcome,
  listIncidents,
  readIncident,
  reportIncident,
  updateIncident,
} from '../../desk/integration/incidents.ts';
import {
  type IntegrationIncident,
  idempotencyKeySchema,
  incidentListQuerySchema,
  incidentReportSchema,
  incidentUpdateSchema,
  integrationIncidentListSchema,
  integrationIncidentSchema,
} from '../../web/protocol/integration.ts';
import { type Route, type RouteAnswer, route } from '../route.ts';
import { clientOf, etag, numberParams } from './integration-ticket-routes.ts';

const INCIDENTS = '/api/integration/v1/incidents';

/** Incidents for other systems: read, opened and changed, their tickets with them. */
export function integrationIncidentRoutes(integration: IncidentIntegration): Route[] {
  return [...readingRoutes(integration), ...changingRoutes(integration)];
}

function readingRoutes(integration: IncidentIntegration): Route[] {
  return [
    route({
      method: 'get',
      path: INCIDENTS,
      summary: 'Incidents, newest first, a page at a time',
      access: { scope: 'incidents:read' },
      query: incidentListQuerySchema,
      answer: integrationIncidentListSchema,
      handle: async ({ query }) => {
        const list = await listIncidents(integration, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: `${INCIDENTS}/{number}`,
      summary: 'An incident; its ETag is what a change has to match',
      access: { scope: 'incidents:read' },
      params: numberParams,
      answer: integrationIncidentSchema,
      handle: async ({ params }) => {
        const incident = await readIncident(integration, params.number);
        return incident ? answered(200, incident) : { status: 404, code: 'unknown_incident' };
      },
    }),
  ];
}

function changingRoutes(integration: IncidentIntegration): Route[] {
  return [
    route({
      method: 'post',
      path: INCIDENTS,
      summary: 'Opens an incident at a device that has failed; the same Idempotency-Key again gives the same answer',
      access: { scope: 'incidents:write' },
      headers: z.object({ 'idempotency-key': idempotencyKeySchema }),
      body: incidentReportSchema,
      answer: integrationIncidentSchema,
      statuses: [201],
      handle: async ({ caller, headers, body }) => {
        const asked = { key: headers['idempotency-key'], report: body };
        const outcome = await reportIncident(integration, clientOf(caller), asked);
        if (outcome.kind === 'opened') return answered(201, outcome.incident);
        const field = outcome.reason === 'unknown_device' ? 'body.device' : 'idempotency-key';
        return { status: 422, code: outcome.reason, field };
      },
    }),
    route({
      method: 'patch',
      path: `${INCIDENTS}/{number}`,
      summary:
        'Changes an incident and its tickets: a crew, an expected time with its source, a restoration, or what has failed',
      access: { scope: 'incidents:write' },
      params: numberParams,
      headers: z.object({ 'if-match': etag }),
      body: incidentUpdateSchema,
      answer: integrationIncidentSchema,
      handle: async ({ caller, params, headers, body }) => {
        const given = { number: params.number, version: headers['if-match'], update: body };
        const outcome = await updateIncident(integration, clientOf(caller), given);
        return outcome.kind === 'updated' ? answered(200, outcome.incident) : REFUSALS[outcome.reason];
      },
    }),
  ];
}

function answered(status: 200 | 201, incident: IntegrationIncident): RouteAnswer<IntegrationIncident> {
  const location = status === 201 ? { location: `${INCIDENTS}/${incident.number}` } : {};
  return { status, body: incident, headers: { etag: `"${incident.version}"`, ...location } };
}

type Refused = Extract<IncidentUpdateOutcome, { kind: 'refused' }>['reason'];

const REFUSALS = {
  unknown_incident: { status: 404, code: 'unknown_incident' },
  incident_changed: { status: 412, code: 'version_differs', field: 'if-match' },
  incident_over: { status: 409, code: 'incident_over' },
  not_from_here: { status: 409, code: 'not_from_here' },
  unknown_device: { status: 422, code: 'unknown_device', field: 'body.confirmed.device' },
  unknown_ticket: { status: 404, code: 'unknown_ticket' },
  ticket_over: { status: 409, code: 'ticket_over' },
  unknown_staff: { status: 422, code: 'unknown_staff' },
  eta_in_the_past: { status: 422, code: 'in_the_past', field: 'body.eta.at' },
  restored_in_the_future: { status: 422, code: 'in_the_future', field: 'body.restoredAt' },
} as const satisfies Readonly<Record<Refused, RouteAnswer<never>>>;
