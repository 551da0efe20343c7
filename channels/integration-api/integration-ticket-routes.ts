import { z } from 'zod';
import type { IntegrationParts } from '../../desk/integration/integration-parts.ts';
import { listTickets, readTicket } from '../../desk/integration/list-tickets.ts';
import { reportFault } from '../../desk/integration/report-fault.ts';
import { type UpdateRefusal, updateTicket } from '../../desk/integration/update-ticket.ts';
import {
  faultReportSchema,
  type IntegrationTicket,
  idempotencyKeySchema,
  integrationTicketListSchema,
  integrationTicketSchema,
  ticketListQuerySchema,
  ticketUpdateSchema,
} from '../../web/protocol/integration.ts';
import { type Caller, type Route, type RouteAnswer, route } from '../route.ts';

const TICKETS = '/api/integration/v1/tickets';
export const numberParams = z.strictObject({ number: z.string().regex(/^\w{1,40}$/) });
/** A strong ETag (RFC 9110) that holds the version. */
export const etag = z
  .string()
  .regex(/^"[1-9]\d{0,14}"$/)
  .transform((text) => Number(text.slice(1, -1)));

/** Tickets for other systems: read, opened and changed. */
export function integrationTicketRoutes(parts: IntegrationParts): Route[] {
  return [...readingRoutes(parts), ...changingRoutes(parts)];
}

function readingRoutes(parts: IntegrationParts): Route[] {
  return [
    route({
      method: 'get',
      path: TICKETS,
      summary: 'Tickets, newest first, a page at a time; pages stay as they are while tickets are opened',
      access: { scope: 'tickets:read' },
      query: ticketListQuerySchema,
      answer: integrationTicketListSchema,
      handle: async ({ caller, query }) => {
        const list = await listTickets(parts, clientOf(caller), query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: `${TICKETS}/{number}`,
      summary: 'A ticket; its ETag is what a change has to match',
      access: { scope: 'tickets:read' },
      params: numberParams,
      answer: integrationTicketSchema,
      handle: async ({ caller, params }) => {
        const ticket = await readTicket(parts, clientOf(caller), params.number);
        return ticket ? answered(200, ticket) : { status: 404, code: 'unknown_ticket' };
      },
    }),
  ];
}

function changingRoutes(parts: IntegrationParts): Route[] {
  return [
    route({
      method: 'post',
      path: TICKETS,
      summary: 'Opens a fault ticket, graded by our rule; the same Idempotency-Key again gives the same answer',
      access: { scope: 'tickets:write' },
      headers: z.object({ 'idempotency-key': idempotencyKeySchema }),
      body: faultReportSchema,
      answer: integrationTicketSchema,
      statuses: [201],
      handle: async ({ caller, headers, body }) => {
        const outcome = await reportFault(parts, clientOf(caller), { key: headers['idempotency-key'], report: body });
        return outcome.kind === 'opened'
          ? answered(201, outcome.ticket)
          : { status: 422, ...REPORT_REFUSALS[outcome.reason] };
      },
    }),
    route({
      method: 'patch',
      path: `${TICKETS}/{number}`,
      summary:
        'Changes a ticket by the word of another system: state, restoration, expected time with its source, zone',
      access: { scope: 'tickets:write' },
      params: numberParams,
      headers: z.object({ 'if-match': etag, 'idempotency-key': idempotencyKeySchema.optional() }),
      body: ticketUpdateSchema,
      answer: integrationTicketSchema,
      handle: async ({ caller, params, headers, body }) => {
        const outcome = await updateTicket(parts, clientOf(caller), {
          number: params.number,
          version: headers['if-match'],
          key: headers['idempotency-key'] ?? null,
          update: body,
        });
        return outcome.kind === 'updated' ? answered(200, outcome.ticket) : UPDATE_REFUSALS[outcome.reason];
      },
    }),
  ];
}

export function clientOf({ deskName, scopes = [] }: Caller) {
  return { name: deskName, scopes };
}

function answered(status: 200 | 201, ticket: IntegrationTicket): RouteAnswer<IntegrationTicket> {
  const location = status === 201 ? { location: `${TICKETS}/${ticket.number}` } : {};
  return { status, body: ticket, headers: { etag: `"${ticket.version}"`, ...location } };
}

const REPORT_REFUSALS = {
  idempotency_key_reused: { code: 'idempotency_key_reused', field: 'idempotency-key' },
  unknown_account: { code: 'unknown_account', field: 'body.accountNumber' },
  place_missing: { code: 'place_missing', field: 'body.place' },
} as const;

const UPDATE_REFUSALS = {
  unknown_ticket: { status: 404, code: 'unknown_ticket' },
  version_differs: { status: 412, code: 'version_differs', field: 'if-match' },
  ticket_over: { status: 409, code: 'ticket_over' },
  not_from_here: { status: 409, code: 'not_from_here', field: 'body.state' },
  crew_missing: { status: 422, code: 'crew_missing', field: 'body.crew' },
  note_missing: { status: 422, code: 'note_missing', field: 'body.note' },
  eta_in_the_past: { status: 422, code: 'in_the_past', field: 'body.eta.at' },
  restored_in_the_future: { status: 422, code: 'in_the_future', field: 'body.restoredAt' },
  idempotency_key_reused: { status: 422, code: 'idempotency_key_reused', field: 'idempotency-key' },
} as const satisfies Readonly<Record<UpdateRefusal, RouteAnswer<never>>>;
