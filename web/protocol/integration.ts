import { z } from 'zod';
import { INCIDENT_STATES } from './desk/incident.ts';
import { TICKET_STATES, ZONES } from './desk/ticket.ts';

/**
 * What other systems, such as a utility's outage management, say and are told. Moments are RFC 3339 in UTC; names are the
 * Common Information Model's (IEC 61968, TroubleTicket) where it has one.
 *
 *     GET   /api/integration/v1/tickets            ticketListQuerySchema → integrationTicketListSchema
 *     POST  /api/integration/v1/tickets            faultReportSchema → integrationTicketSchema (201); Idempotency-Key
 *     GET   /api/integration/v1/tickets/{number}   → integrationTicketSchema
 *     PATCH /api/integration/v1/tickets/{number}   ticketUpdateSchema → integrationTicketSchema; If-Match
 *
 *     GET   /api/integration/v1/incidents           incidentListQuerySchema → integrationIncidentListSchema
 *     POST  /api/integration/v1/incidents           incidentReportSchema → integrationIncidentSchema (201); Idempotency-Key
 *     GET   /api/integration/v1/incidents/{number}  → integrationIncidentSchema
 *     PATCH /api/integration/v1/incidents/{number}  incidentUpdateSchema → integrationIncidentSchema; If-Match
 */
export const API_SCOPES = [
  'tickets:read',
  'tickets:write',
  'incidents:read',
  'incidents:write',
  'contacts:read',
] as const;
export type ApiScope = (typeof API_SCOPES)[number];

const moment = z.iso.datetime({ offset: true });
const severity = z.enum(['P1', 'P2', 'P3', 'P4']);
const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);
const position = z.strictObject({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) });

/** FaultFacts of domain/faults, word by word. As they are given: what is not named here is refused. */
const factsSchema = z.strictObject({
  class: z
    .enum(['high_voltage', 'low_voltage', 'power_quality', 'customer_internal', 'metering', 'non_utility', 'unknown'])
    .default('unknown'),
  hazards: z
    .array(
      z.enum([
        'electric_shock',
        'fire',
        'smoke_or_burning',
        'sparks',
        'wire_down',
        'pole_damaged',
        'explosion',
        'flooding',
        'exposed_live_part',
        'tree_contact',
        'overvoltage',
      ]),
    )
    .max(11)
    .default([]),
  people: z
    .array(z.enum(['injured', 'trapped', 'life_support', 'vulnerable']))
    .max(4)
    .default([]),
  site: z
    .array(z.enum(['critical']))
    .max(1)
    .default([]),
  scope: z.enum(['part_of_premises', 'premises', 'building', 'street', 'area', 'unknown']).default('unknown'),
  no_power: z.boolean(),
});

/** As they are published: a report may know more than what is named here. */
const publishedFactsSchema = z.object(factsSchema.shape);

export const integrationTicketSchema = z.object({
  number: z.string(),
  kind: z.string(),
  state: z.enum(TICKET_STATES),
  severity,
  /** Why it is graded so, as codes. */
  reasons: z.array(z.string()),
  facts: publishedFactsSchema.nullable(),
  /** Without the right to know contacts, numbers of seven digits or more are masked in place, since and description. */
  place: z.string().nullable(),
  position: position.nullable(),
  /** The customer's own words. */
  since: z.string().nullable(),
  description: z.string(),
  /** Null without the right to know customers' contacts, and where nobody has left one. */
  phone: z.string().nullable(),
  accountNumber: z.string().nullable(),
  /** The service device that the account's premises hang on. */
  deviceId: z.string().nullable(),
  zone: z.enum(ZONES).nullable(),
  crew: z.string().nullable(),
  firstResponder: z.string().nullable(),
  dateTimeOfReport: moment,
  arrivedAt: moment.nullable(),
  resolvedDateTime: moment.nullable(),
  closedAt: moment.nullable(),
  /** When supply is expected back, by whose word, and since when that is said. */
  eta: z.object({ at: moment, source: z.string(), setAt: moment }).nullable(),
  /** How often the customer has chased it up. */
  chases: z.number().int(),
  /** States that it can be moved to now. */
  moves: z.array(z.enum(TICKET_STATES)),
  updatedAt: moment,
  /** Rises with every change; the ETag. */
  version: z.number().int(),
});
export type IntegrationTicket = z.infer<typeof integrationTicketSchema>;

export const integrationTicketListSchema = z.object({
  tickets: z.array(integrationTicketSchema),
  /** Pass as `cursor` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type IntegrationTicketList = z.infer<typeof integrationTicketListSchema>;

export const ticketListQuerySchema = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  limit: z
    .string()
    .regex(/^\d{1,3}$/)
    .transform(Number)
    .pipe(z.number().int().min(1).max(200))
    .optional(),
  state: z.enum(TICKET_STATES).optional(),
  severity: severity.optional(),
  kind: z
    .string()
    .regex(/^[a-z_]{1,40}$/)
    .optional(),
  /** Only what has changed at this moment or since. */
  changedSince: moment.optional(),
});

/** A fault that another system knows of. One of place, position and account number says where. */
export const faultReportSchema = z.strictObject({
  description: z.string().trim().min(1).max(4000),
  facts: factsSchema,
  place: oneLine(500).optional(),
  position: position.optional(),
  accountNumber: z
    .string()
    .regex(/^\d{8,16}$/)
    .optional(),
  since: oneLine(200).optional(),
  phone: z
    .string()
    .regex(/^\+?[\d-]{3,20}$/)
    .optional(),
});
export type FaultReport = z.infer<typeof faultReportSchema>;

/** What is known anew; each field that is given stands for a change, all of them together or none. */
export const ticketUpdateSchema = z
  .strictObject({
    /** One of the ticket's `moves`. */
    state: z.enum(TICKET_STATES).optional(),
    /** Needed to assign one. */
    crew: oneLine(100).optional(),
    /** Why; needed to return or cancel. */
    note: z.string().trim().min(1).max(2000).optional(),
    /** Supply is back since then: from any state in which the ticket is open, for whoever does not follow crews. */
    restoredAt: moment.optional(),
    /** Null withdraws it. `source` is whose word it is, for example `crew` or `control_centre`. */
    eta: z
      .strictObject({ at: moment, source: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) })
      .nullable()
      .optional(),
    zone: z.enum(ZONES).optional(),
  })
  .refine(
    ({ state, restoredAt, eta, zone }) => [state, restoredAt, eta, zone].some((one) => one !== undefined),
    'says nothing new',
  );
export type TicketUpdate = z.infer<typeof ticketUpdateSchema>;

const deviceId = z
  .string()
  .min(1)
  .max(100)
  .regex(/^\P{Cc}*$/u);
const etaSchema = z.object({ at: moment, source: z.string(), setAt: moment });
const etaGiven = z.strictObject({ at: moment, source: z.string().regex(/^[a-z][a-z0-9_]{0,39}$/) });
const cause = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
const note = z.string().trim().min(1).max(2000);

export const integrationIncidentSchema = z.object({
  number: z.string(),
  state: z.enum(INCIDENT_STATES),
  /** Most probably failed, or found so; null where nothing tells. */
  device: z.object({ id: z.string(), name: z.string().nullable(), kind: z.string().nullable() }).nullable(),
  /** That this device has failed; 1 once confirmed. */
  probability: z.number(),
  area: z.string(),
  customersAffected: z.number().int(),
  severity,
  lifeAtRisk: z.boolean(),
  crew: z.string().nullable(),
  eta: etaSchema.nullable(),
  cause: z.string().nullable(),
  /** Numbers of its tickets, the oldest first. */
  tickets: z.array(z.string()),
  startedAt: moment,
  openedAt: moment,
  restoredAt: moment.nullable(),
  closedAt: moment.nullable(),
  updatedAt: moment,
  version: z.number().int(),
});
export type IntegrationIncident = z.infer<typeof integrationIncidentSchema>;

export const integrationIncidentListSchema = z.object({
  incidents: z.array(integrationIncidentSchema),
  next: z.string().nullable(),
});
export type IntegrationIncidentList = z.infer<typeof integrationIncidentListSchema>;

export const incidentListQuerySchema = ticketListQuerySchema
  .pick({ cursor: true, limit: true, changedSince: true })
  .extend({ state: z.enum(INCIDENT_STATES).optional() })
  .strict();

/** A device that another system knows to have failed. The incident stands as confirmed. */
export const incidentReportSchema = z.strictObject({
  device: deviceId,
  cause: cause.optional(),
  note: note.optional(),
});
export type IncidentReport = z.infer<typeof incidentReportSchema>;

/** One thing at a time: a crew, a time, a restoration, or that the device (the probable one, or another) has failed. */
export const incidentUpdateSchema = z
  .strictObject({
    crew: oneLine(100).optional(),
    eta: etaGiven.nullable().optional(),
    restoredAt: moment.optional(),
    confirmed: z.strictObject({ device: deviceId.optional(), cause: cause.optional() }).optional(),
    note: note.optional(),
  })
  .refine(
    ({ crew, eta, restoredAt, confirmed }) =>
      [crew, eta, restoredAt, confirmed].filter((one) => one !== undefined).length === 1,
    'says one thing',
  );
export type IncidentUpdate = z.infer<typeof incidentUpdateSchema>;

/** A key of the caller's own choosing for one change: the same again is answered as before and changes nothing. */
export const idempotencyKeySchema = z.string().regex(/^[\x21-\x7e]{1,200}$/);

/**
 * What a webhook brings. `data.ticket` or `data.incident` is how it stands when the message is sent, so that a late message brings
 * nothing back that has changed since; `data.change` is what happened then.
 */
export const webhookMessageSchema = z.object({
  type: z.string(),
  /** When it happened. */
  timestamp: moment,
  data: z.object({
    /** One of both: what it is about. */
    ticket: integrationTicketSchema.optional(),
    incident: integrationIncidentSchema.optional(),
    /** `customer`, `bot`, `staff`, `system`, or `api:` with the client's name: your own changes come back to you. */
    by: z.string(),
    change: z.record(z.string(), z.unknown()),
  }),
});
export type WebhookMessage = z.infer<typeof webhookMessageSchema>;
