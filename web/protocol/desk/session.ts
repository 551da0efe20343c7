import { z } from 'zod';

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);

/** The story for whoever takes over, kept up to date by every turn. Codes, not words: the desk puts them into its own language. */
export const sessionSummarySchema = z.object({
  intent: z.string().nullable(),
  /** The customer's own words that opened the matter. */
  firstWords: z.string().nullable(),
  /** Why a person was asked for: asked, not_understood, emergency, no_place, needs_person, dead_letter. */
  handoffReason: z.string().nullable(),
  fault: z
    .object({
      class: z.string(),
      hazards: z.array(z.string()),
      people: z.array(z.string()),
      site: z.array(z.string()),
      scope: z.string(),
      no_power: z.boolean(),
    })
    .nullable(),
  severity: severity.nullable(),
  /** SeverityReason codes. */
  reasons: z.array(z.string()),
  /** The words in the customer's messages that showed facts: seq of the message, start and end in its text (UTF-16 units). */
  evidence: z.array(
    z.object({ fact: z.string(), seq: z.number().int(), start: z.number().int(), end: z.number().int() }),
  ),
  /** What has been gathered, by field name: place, since, phone, account_number, … */
  gathered: z.record(z.string(), z.string()),
  /** The account, masked, and whether the customer has shown that it is theirs. */
  account: z.object({ id: z.string().optional(), number: z.string(), verified: z.boolean() }).nullable(),
  ticketNumbers: z.array(z.string()),
  /** Turns in a row that were not understood. */
  misunderstood: z.number().int(),
  /** How the customer feels, and the words that showed it last (UTF-16 units); `since` counts their messages after it. */
  mood: z
    .object({
      mood: z.enum(['upset', 'impatient', 'worried', 'content']),
      seq: z.number().int(),
      start: z.number().int(),
      end: z.number().int(),
      since: z.number().int(),
    })
    .nullable(),
});
export type SessionSummary = z.infer<typeof sessionSummarySchema>;

export const sessionItemSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  channel: z.string(),
  state: z.enum(['bot', 'queued', 'assigned', 'closed']),
  agentId: z.string().nullable(),
  agentDeskName: z.string().nullable(),
  customerName: z.string().nullable(),
  skill: z.enum(['fault', 'billing', 'complaint', 'general']),
  severity: severity.nullable(),
  language: z.string().nullable(),
  intent: z.string().nullable(),
  /** Somebody there depends on supply or can't help themselves. */
  specialNeed: z.boolean(),
  /** Its person was gone: it waits at the front. */
  returned: z.boolean(),
  /** The last thing said, shortened. */
  preview: z.string(),
  previewAuthor: z.enum(['customer', 'bot', 'agent', 'system']),
  /** Transcript seq so far; more than what was read means unread. */
  seq: z.number().int(),
  openedAt: z.number(),
  queuedAt: z.number().nullable(),
  assignedAt: z.number().nullable(),
  lastActivityAt: z.number(),
});
export type SessionItem = z.infer<typeof sessionItemSchema>;

/** `GET /api/desk/sessions`: the queue in the order it should be served, one's own, and what else is open. */
export const sessionListSchema = z.object({
  queued: z.array(sessionItemSchema),
  mine: z.array(sessionItemSchema),
  others: z.array(sessionItemSchema),
});
export type SessionList = z.infer<typeof sessionListSchema>;

export const sessionDetailSchema = z.object({
  session: sessionItemSchema,
  summary: sessionSummarySchema,
  /** Earlier service sessions of the same conversation, newest first. */
  earlier: z.array(
    z.object({
      id: z.string(),
      openedAt: z.number(),
      intent: z.string().nullable(),
      disposition: z.string().nullable(),
    }),
  ),
  /** Supervisors who listen and are shown to do so, by name; without the caller. */
  listeners: z.array(z.string()),
});
export type SessionDetail = z.infer<typeof sessionDetailSchema>;

/** One row of the transcript as the desk sees it. */
export const transcriptRowSchema = z.object({
  seq: z.number().int(),
  author: z.enum(['customer', 'bot', 'agent', 'system']),
  authorName: z.string().nullable(),
  sessionId: z.string().nullable(),
  at: z.number(),
  /** A Bot Framework activity: type, text, attachments, suggestedActions, entities, name, value. */
  activity: z.record(z.string(), z.unknown()),
});
export type TranscriptRow = z.infer<typeof transcriptRowSchema>;

export const transcriptPageSchema = z.object({
  rows: z.array(transcriptRowSchema),
  /** The last seq given in the conversation. */
  seq: z.number().int(),
  hasEarlier: z.boolean(),
});
export type TranscriptPage = z.infer<typeof transcriptPageSchema>;

export const agentMessageSchema = z.strictObject({
  text: z.string().trim().min(1).max(4000),
  /** Made by the desk: a retry with the same id changes nothing. */
  clientId: z.string().regex(/^[\w-]{8,64}$/),
  /** The canned reply that it began as, by id. */
  reply: z
    .string()
    .regex(/^\w{1,40}$/)
    .optional(),
});
/** `POST /api/desk/sessions/{id}/read`: how far the agent has read. */
export const readMarkSchema = z.strictObject({ seq: z.number().int().min(0) });
export const messageSentSchema = z.object({ seq: z.number().int() });
/** What the bot can be told to do next: an intent that it has a dialog for, to take a call back, or to put its open question again. */
export const RELEASE_TASKS = [
  'resume',
  'report_outage',
  'ask_fault_status',
  'ask_bill',
  'ask_balance',
  'find_payment_location',
  'callback',
] as const;
export type ReleaseTask = (typeof RELEASE_TASKS)[number];

export const releaseSchema = z.strictObject({
  to: z.enum(['bot', 'queue']),
  note: z.string().trim().max(2000).optional(),
  /** For the bot. */
  next: z.enum(RELEASE_TASKS).optional(),
});

const skill = z.enum(['fault', 'billing', 'complaint', 'general']);

/** `POST /api/desk/sessions/{id}/transfer`. */
export const transferSchema = z.strictObject({
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), staffId: z.string().regex(/^[\w-]{1,100}$/) }),
    z.strictObject({ kind: z.literal('skill'), skill }),
  ]),
  note: z.string().trim().min(1).max(2000),
});

/** `POST /api/desk/sessions/{id}/notes`: for colleagues only; the same clientId again changes nothing. */
export const noteSchema = agentMessageSchema.omit({ reply: true });

/** `GET /api/desk/colleagues`: who is at the desk and may serve customers. */
export const colleagueListSchema = z.object({
  colleagues: z.array(
    z.object({
      id: z.string(),
      name: z.string(),
      deskName: z.string(),
      /** Of fault, billing, complaint, general; languages zh, yue, en. */
      skills: z.array(skill),
      languages: z.array(z.enum(['zh', 'yue', 'en'])),
      load: z.number().int(),
      capacity: z.number().int(),
      /** False while they take a break: nothing new is given to them. */
      available: z.boolean(),
    }),
  ),
});
export type ColleagueList = z.infer<typeof colleagueListSchema>;

/** `GET /api/desk/calls`: customers who were promised a call, those due first. */
export const callListSchema = z.object({
  calls: z.array(
    z.object({
      ticketNumber: z.string(),
      severity,
      language: z.string().nullable(),
      phone: z.string(),
      /** The window that was promised. */
      from: z.number(),
      until: z.number(),
      responsibleId: z.string().nullable(),
      responsibleDeskName: z.string().nullable(),
    }),
  ),
});
export type CallList = z.infer<typeof callListSchema>;

/** `POST /api/desk/availability`. */
export const availabilitySchema = z.strictObject({ available: z.boolean() });

/** The 95598 hotline's business types. */
export const DISPOSITIONS = [
  'fault_repair',
  'enquiry',
  'complaint',
  'report_of_wrongdoing',
  'suggestion',
  'opinion',
  'praise',
  'information_query',
  'chasing_up',
  'other',
] as const;
export const closeSchema = z.strictObject({
  disposition: z.enum(DISPOSITIONS),
  note: z.string().trim().max(2000).optional(),
});

/** What `GET /api/desk/events` (server-sent events) says: only that there is something new, and where. */
export const deskEventSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('queue') }),
  z.object({ type: z.literal('session'), sessionId: z.string() }),
  z.object({ type: z.literal('conversation'), conversationId: z.string(), seq: z.number().int() }),
  z.object({ type: z.literal('typing'), conversationId: z.string(), author: z.enum(['customer', 'agent']) }),
  z.object({ type: z.literal('ticket'), ticketId: z.string() }),
  z.object({ type: z.literal('incident'), incidentId: z.string(), feederId: z.string().nullable() }),
  z.object({ type: z.literal('content') }),
  /** Something on the floor that no other event tells: who is on, a threshold. */
  z.object({ type: z.literal('floor') }),
  /** A colleague has said something to this person, or done something with what was theirs. */
  z.object({ type: z.literal('word'), to: z.string() }),
  /** Who listens to a conversation has changed. */
  z.object({ type: z.literal('listening'), sessionId: z.string() }),
]);
export type DeskEvent = z.infer<typeof deskEventSchema>;
