import { z } from 'zod';

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);

/** In the order of a ticket's life. */
export const TICKET_STATES = [
  'received',
  'acknowledged',
  'crew_assigned',
  'en_route',
  'on_site',
  'restored',
  'called_back',
  'closed',
  'returned',
  'cancelled',
] as const;
export const ZONES = ['urban', 'rural', 'remote'] as const;
/** `redispatch` is dispatch once more, of work that came back. */
export const CLOCKS = [
  'dispatch',
  'redispatch',
  'arrival',
  'restoration',
  'call_back',
  'visit',
  'meter',
  'contact',
  'answer',
  'reconnection',
] as const;
const clockName = z.enum(CLOCKS);
const clockLevel = z.enum(['warn', 'breach']);

export const ticketClockSchema = z.object({
  name: clockName,
  startedAt: z.number(),
  warnAt: z.number(),
  dueAt: z.number(),
  /** When it was done, or the ticket over without; null while it runs. */
  stoppedAt: z.number().nullable(),
  /** False while it runs, and where the ticket was over without what it measures. */
  done: z.boolean(),
});
export type TicketClock = z.infer<typeof ticketClockSchema>;

export const ticketItemSchema = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  severity,
  reasons: z.array(z.string()),
  place: z.string().nullable(),
  since: z.string().nullable(),
  phone: z.string().nullable(),
  description: z.string(),
  conversationId: z.string().nullable(),
  sessionId: z.string().nullable(),
  /** A person's name; the role's code only while nobody of it, and no supervisor, is there. */
  responsible: z.string(),
  responsibleId: z.string().nullable(),
  zone: z.enum(ZONES).nullable(),
  crew: z.string().nullable(),
  /** The crew that was on site first (the CIM's name, as the next). */
  firstResponder: z.string().nullable(),
  resolvedDateTime: z.number().nullable(),
  arrivedAt: z.number().nullable(),
  /** How often the customer has chased it up. */
  chases: z.number(),
  /** Chased up so often that it goes before its like. */
  raised: z.boolean(),
  /** True where others depend on the supply: a hospital, a waterworks. */
  important: z.boolean(),
  /** When a crew was first given it. */
  dispatchedAt: z.number().nullable(),
  /** When the customer was spoken to: after the repair, or about what they complain of. */
  contactedAt: z.number().nullable(),
  /** The clock that runs out first of those that run. */
  clock: ticketClockSchema.nullable(),
  version: z.number(),
  language: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type TicketItem = z.infer<typeof ticketItemSchema>;

export const ticketListSchema = z.object({
  tickets: z.array(ticketItemSchema),
  /** Pass as `cursor` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type TicketList = z.infer<typeof ticketListSchema>;

export const ticketDetailSchema = z.object({
  ticket: ticketItemSchema,
  /** FaultFacts, for faults. */
  facts: z.record(z.string(), z.unknown()).nullable(),
  /** By the service standards, in the order they start; none where the profile sets no standard. */
  clocks: z.array(ticketClockSchema),
  /** States that the caller may move it to now. */
  moves: z.array(z.enum(TICKET_STATES)),
  /** Who else may be made responsible by the caller; empty where that is not theirs to say. */
  candidates: z.array(z.object({ id: z.string(), name: z.string() })),
  history: z.array(
    z.object({
      seq: z.number(),
      at: z.number(),
      actor: z.string(),
      type: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;

/** The version that the change was decided upon: another's change in between is refused as `ticket_changed`. */
const version = z.number().int().positive();
const note = z.string().trim().min(1).max(2000).optional();

export const ticketMoveSchema = z.strictObject({
  to: z.enum(TICKET_STATES),
  /** Needed where a crew is assigned. */
  crew: z.string().trim().min(1).max(100).optional(),
  /** Needed where work is returned or cancelled. */
  note,
  version,
});
export const ticketResponsibleSchema = z.strictObject({ staffId: z.string().min(1).max(64), note, version });
export const ticketZoneSchema = z.strictObject({ zone: z.enum(ZONES), version });
export const ticketChaseSchema = z.strictObject({ note });

export const ticketNoticeSchema = z.object({
  ticketId: z.string(),
  number: z.string(),
  severity,
  place: z.string().nullable(),
  clock: clockName,
  level: clockLevel,
  /** As whom the caller is told. */
  told: z.enum(['responsible', 'supervisor']),
  dueAt: z.number(),
  at: z.number(),
});
export type TicketNotice = z.infer<typeof ticketNoticeSchema>;
export const ticketNoticeListSchema = z.object({ notices: z.array(ticketNoticeSchema) });
export const ticketSeenSchema = z.strictObject({ clock: clockName });
