import { z } from 'zod';
import { ticketClockSchema, ticketItemSchema } from './ticket.ts';

/**
 * The dispatch board's side of the desk API. An incident is one fault of the network with everybody who is dark by it: it
 * is opened, moved and joined by what reports tell, and settled by people. Reading needs `incidents.read`, moving
 * `incidents.work`. Whatever changes, `GET /api/desk/events` says `{type:'incident', incidentId, feederId}`.
 *
 *     GET  /api/desk/incidents                      incidentQuerySchema → incidentListSchema
 *     POST /api/desk/incidents                      incidentOpenSchema → incidentNamedSchema (201)
 *     GET  /api/desk/incidents/{number}             → incidentDetailSchema
 *     POST /api/desk/incidents/{number}/confirm     incidentConfirmSchema → 204
 *     POST /api/desk/incidents/{number}/reject      incidentRejectSchema → 204
 *     POST /api/desk/incidents/{number}/split       incidentSplitSchema → incidentNamedSchema (201)
 *     POST /api/desk/incidents/{number}/merge       incidentMergeSchema → 204
 *     POST /api/desk/incidents/{number}/tickets     incidentTicketSchema → 204
 *     POST /api/desk/incidents/{number}/crew        incidentCrewSchema → 204
 *     POST /api/desk/incidents/{number}/eta         incidentEtaSchema → 204
 *     POST /api/desk/incidents/{number}/responsible incidentResponsibleSchema → 204
 *     POST /api/desk/incidents/{number}/asking      incidentAskingSchema → 204
 *     POST /api/desk/incidents/{number}/restore     incidentRestoreSchema → 204
 *     POST /api/desk/incidents/{number}/close       incidentCloseSchema → 204
 *     GET  /api/desk/loose-tickets                  → looseTicketListSchema
 *     GET  /api/desk/feeders                        → feederListSchema
 *     GET  /api/desk/feeders/{id}/diagram           diagramQuerySchema → feederDiagramSchema
 *
 * A move decided upon another version than the present one is refused as 409 `incident_changed`, one upon an incident that
 * is closed, rejected or merged as 409 `incident_over`, one that its state does not allow as 409 `not_from_here`.
 */
const severity = z.enum(['P1', 'P2', 'P3', 'P4']);

/**
 * probable: inferred, nobody has seen it; confirmed: a person says so; restored: supply is back, not yet settled; closed: settled;
 * rejected: there was no fault of the network; merged: went into another. The first two are open.
 */
export const INCIDENT_STATES = ['probable', 'confirmed', 'restored', 'closed', 'rejected', 'merged'] as const;
export const DEVICE_KINDS = [
  'substation',
  'feeder_breaker',
  'recloser_or_switch',
  'fuse',
  'transformer',
  'lv_line',
  'service',
] as const;
const deviceKind = z.enum(DEVICE_KINDS);

/** Who or what an estimate of restoration comes from. Nothing is told to a customer without it. */
export const ETA_SOURCES = ['crew', 'dispatcher', 'control_centre', 'standard'] as const;

/** A code for strings/ with the numbers that its words need, by name. Minutes, counts, shares from 0 to 1. */
export const reasonSchema = z.object({ code: z.string(), values: z.record(z.string(), z.number()) });
export type Reason = z.infer<typeof reasonSchema>;

export const incidentDeviceSchema = z.object({
  id: z.string(),
  name: z.string(),
  kind: deviceKind,
  feederId: z.string().nullable(),
  feederName: z.string().nullable(),
  lat: z.number().nullable(),
  lon: z.number().nullable(),
});
export type IncidentDevice = z.infer<typeof incidentDeviceSchema>;

export const etaSchema = z.object({
  at: z.number(),
  /** One of ETA_SOURCES; what other systems give keeps their own word. */
  source: z.string(),
  setAt: z.number(),
  /** A person's name, or null where a system has set it. */
  setBy: z.string().nullable(),
});
export type Eta = z.infer<typeof etaSchema>;

export const incidentItemSchema = z.object({
  id: z.string(),
  /** What people call it, for example IN2611240037. */
  number: z.string(),
  state: z.enum(INCIDENT_STATES),
  /** Most probably failed, or found so; null where nothing tells. */
  device: incidentDeviceSchema.nullable(),
  /** That this device has failed; 1 once confirmed. */
  probability: z.number(),
  /**
   * Why it is thought so: `confirmed` {}, `calls_as_expected` {calls, expected}, `too_silent` {calls, expected}, `lone_call`
   * {}, `all_feeders` {feeders}: all feeders of a source tripped together, `has_power_below` {count}, `no_has_power_below` {}, `same_customers_as_neighbour` {}, `opened_by_hand` {},
   * `settled` {minutes}: no word for so long, so it is taken as it is.
   */
  reasons: z.array(reasonSchema),
  /** Where, as customers are told it. */
  area: z.string(),
  customersAffected: z.number().int(),
  /** The worst of its tickets' and of what hangs on it. */
  severity,
  lifeAtRisk: z.boolean(),
  /** Accounts registered for life support that are dark by it. */
  lifeSupport: z.number().int(),
  /** Critical sites (hospital, school, …) that are dark by it: kinds, each once. */
  criticalSites: z.array(z.string()),
  ticketCount: z.number().int(),
  /** How often its customers have chased up. */
  chases: z.number().int(),
  /** Of the ticket that was chased up most often. */
  mostChases: z.number().int(),
  crew: z.string().nullable(),
  eta: etaSchema.nullable(),
  cause: z.string().nullable(),
  /** A person's name; the role's code only while nobody of it, and no supervisor, is there. */
  responsible: z.string(),
  responsibleId: z.string().nullable(),
  /** The open ticket clock that runs out first; null where none runs. */
  clock: ticketClockSchema.extend({ ticketNumber: z.string() }).nullable(),
  /**
   * Why it stands where it stands in the list, the gravest first: `life_at_risk` {}, `life_support` {count}, `critical_site`
   * {count}, `severity` {grade: 1 to 4}, `trunk` {}, `customers` {count}, `chased` {count}, `clock` {minutes left; below 0 when late}.
   */
  order: z.array(reasonSchema),
  /** It lies below this open incident's device, and is kept apart because it must not be hidden. */
  within: z.string().nullable(),
  openedAt: z.number(),
  updatedAt: z.number(),
  restoredAt: z.number().nullable(),
  version: z.number().int(),
});
export type IncidentItem = z.infer<typeof incidentItemSchema>;

export const incidentQuerySchema = z.strictObject({
  /** open: probable and confirmed (the default); settling: restored; over: closed, rejected and merged. */
  state: z.enum(['open', 'settling', 'over']).default('open'),
  severity: severity.optional(),
  feeder: z.string().max(100).optional(),
  /** Only those that the caller is responsible for. */
  mine: z.enum(['true', 'false']).optional(),
  /** Only those without a crew. */
  unassigned: z.enum(['true', 'false']).optional(),
});

/** Open ones in the order they should be dealt with, all of them up to 500; others newest first, the last 200. */
export const incidentListSchema = z.object({
  incidents: z.array(incidentItemSchema),
  /** There are more than are shown. */
  more: z.boolean(),
});
export type IncidentList = z.infer<typeof incidentListSchema>;

/** Where a ticket's report comes from, as far as is known: the best of the candidates, and what is not known of it. */
export const placementSchema = z.object({
  /** account, position, device (a pole or transformer named), address; null where nothing was found. */
  by: z.enum(['account', 'position', 'device', 'address']).nullable(),
  candidates: z.array(z.object({ address: z.string(), probability: z.number() })),
  /** 1 less the sum of all candidates' probabilities. */
  unknown: z.number(),
});
export type Placement = z.infer<typeof placementSchema>;

export const incidentTicketItemSchema = ticketItemSchema.extend({
  placement: placementSchema,
  joinedAt: z.number(),
  /** A person put it there: inference does not move it. */
  byHand: z.boolean(),
});

/** MOVES that the caller may make now. */
export const INCIDENT_MOVES = [
  'confirm',
  'reject',
  'split',
  'merge',
  'tickets',
  'crew',
  'eta',
  'responsible',
  'asking',
  'restore',
  'close',
] as const;

/**
 * asking: customers who agreed to it are asked whether they have power; startable: they could be; stopped: somebody has
 * stopped it; night: not at night; enough: as many were asked as may be; settled: people say where it is, so nobody need
 * be asked.
 */
export const ASKING_STATES = ['asking', 'startable', 'stopped', 'night', 'enough', 'settled', 'off'] as const;
/** asked: may yet answer; other: did not say whether there is power; expired: nothing came; over: it fell away. */
export const POWER_ANSWERS = ['asked', 'on', 'dark', 'other', 'expired', 'over'] as const;

/** How customers were asked back because of an incident, and what came of it. */
export const incidentAskingShownSchema = z.object({
  state: z.enum(ASKING_STATES),
  asked: z.number().int(),
  on: z.number().int(),
  dark: z.number().int(),
  other: z.number().int(),
  /** Did not answer in time, or could not be asked any more. */
  silent: z.number().int(),
  waiting: z.number().int(),
  /** So many customers it would pay to ask now, and what they would tell together, in bits. */
  wouldTell: z.number().int(),
  gainBits: z.number(),
  /** The latest first, at most 50. No names: enough of the account number to know it by. */
  people: z.array(
    z.object({
      account: z.string(),
      answer: z.enum(POWER_ANSWERS),
      askedAt: z.number(),
      answeredAt: z.number().nullable(),
    }),
  ),
});
export type IncidentAskingShown = z.infer<typeof incidentAskingShownSchema>;

export const incidentDetailSchema = z.object({
  incident: incidentItemSchema,
  /** Null where the utility asks nobody. */
  asking: incidentAskingShownSchema.nullable(),
  /** Devices that may have failed instead, most probable first, the incident's own among them. */
  alternatives: z.array(
    z.object({
      device: incidentDeviceSchema,
      probability: z.number(),
      customers: z.number().int(),
      reasons: z.array(reasonSchema),
    }),
  ),
  /** The gravest first, at most 500; `incident.ticketCount` counts all. */
  tickets: z.array(incidentTicketItemSchema),
  moves: z.array(z.enum(INCIDENT_MOVES)),
  /** Other open incidents that it may be merged into: of its feeder first. */
  mergeInto: z.array(z.object({ number: z.string(), area: z.string(), version: z.number().int() })),
  /** Who else may be made responsible. */
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
  /**
   * Oldest first. Types: opened {device, probability}, device {from, to, probability}, customers {from, to}, severity {from, to},
   * joined {tickets, count}, confirmed {device, cause?}, rejected {device?, note}, split {into, tickets}, merged
   * {into | from}, nested {within}: kept apart for its emergency, crew {crew}, eta {at, source}, responsible {to}, asking {asks}, restored {at}, reopened {}, closed {cause}.
   */
  history: z.array(
    z.object({
      seq: z.number().int(),
      at: z.number(),
      /** A person's name, `system`, or another system's name. */
      actor: z.string(),
      type: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type IncidentDetail = z.infer<typeof incidentDetailSchema>;

export const incidentNamedSchema = z.object({ number: z.string() });

/** Open faults that belong to no incident, in the order they should be dealt with, up to 500. */
export const looseTicketListSchema = z.object({
  tickets: z.array(
    ticketItemSchema.extend({
      placement: placementSchema,
      lifeAtRisk: z.boolean(),
      /** As in an incident's `order`. */
      order: z.array(reasonSchema),
    }),
  ),
  more: z.boolean(),
});
export type LooseTicketList = z.infer<typeof looseTicketListSchema>;
