import { z } from 'zod';

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);
const skill = z.enum(['fault', 'billing', 'complaint', 'general']);
const moment = z.number();

/** `POST /api/desk/sessions/{id}/whispers`: between a supervisor and whoever serves; the same clientId again changes nothing. */
export const whisperSchema = z.strictObject({
  text: z.string().trim().min(1).max(2000),
  clientId: z.string().regex(/^[\w-]{8,64}$/),
});

/** `POST /api/desk/sessions/{id}/take-over`. */
export const takeOverSchema = z.strictObject({
  /** For whoever had it. */
  note: z.string().trim().max(2000).optional(),
});

/** `POST /api/desk/sessions/{id}/reassign`. */
export const reassignSchema = z.strictObject({
  to: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), staffId: z.string().regex(/^[\w-]{1,100}$/) }),
    z.strictObject({ kind: z.literal('skill'), skill }),
  ]),
  note: z.string().trim().min(1).max(2000),
  /** Why it goes to somebody who has as many as they can take; without it that is refused as `no_room`. */
  force: z.string().trim().min(1).max(500).optional(),
});

/** `POST /api/desk/sessions/{id}/listening`: sent again and again while somebody looks on. */
export const listeningSchema = z.strictObject({ listening: z.boolean() });

/** `GET /api/desk/words`: what colleagues said to the caller, or did with what was theirs, and they have not seen yet. */
export const staffWordSchema = z.object({
  id: z.string(),
  /** whisper; taken_over, reassigned: a conversation of theirs went to somebody else; given: one came to them. */
  kind: z.enum(['whisper', 'taken_over', 'reassigned', 'given']),
  sessionId: z.string(),
  conversationId: z.string(),
  seq: z.number().int(),
  at: moment,
  from: z.string(),
});
export const staffWordListSchema = z.object({ words: z.array(staffWordSchema) });
export type StaffWord = z.infer<typeof staffWordSchema>;
export type StaffWordList = z.infer<typeof staffWordListSchema>;

/** `POST /api/desk/conversations/{id}/heard`: up to this seq. */
export const heardSchema = z.strictObject({ seq: z.number().int().min(0) });

export const ALERT_KINDS = [
  'oldest_wait',
  'queue_length',
  'unanswered_danger',
  'occupancy',
  'expected_wait',
  'agents_gone',
  'tickets_breached',
] as const;

/** A threshold that was crossed. Values are seconds, minutes, per cent or a count, by kind. */
export const floorAlertSchema = z.object({
  id: z.string(),
  kind: z.enum(ALERT_KINDS),
  /** The queue it is about. */
  skill: skill.nullable(),
  /** When it was raised, and now; null where it cannot be told. */
  value: z.number(),
  now: z.number().nullable(),
  raisedAt: moment,
  clearedAt: moment.nullable(),
  acknowledgedBy: z.string().nullable(),
  acknowledgedAt: moment.nullable(),
});
export const floorAlertListSchema = z.object({ alerts: z.array(floorAlertSchema) });
export type FloorAlert = z.infer<typeof floorAlertSchema>;
export type FloorAlertList = z.infer<typeof floorAlertListSchema>;

const heldSchema = z.object({
  id: z.string(),
  conversationId: z.string(),
  customerName: z.string().nullable(),
  channel: z.string(),
  skill,
  severity: severity.nullable(),
  intent: z.string().nullable(),
  assignedAt: moment.nullable(),
  /** Since when the customer has been without an answer; null where they have one. */
  unansweredSince: moment.nullable(),
  /** How that stands against the time within which customers are to be answered. */
  level: z.enum(['calm', 'warn', 'breach']),
});

const floorAgentSchema = z.object({
  id: z.string(),
  name: z.string(),
  deskName: z.string(),
  /** gone: their desk has fallen silent; off: not signed in, and yet something is theirs. */
  state: z.enum(['available', 'away', 'gone', 'off']),
  since: moment.nullable(),
  skills: z.array(skill),
  languages: z.array(z.enum(['zh', 'yue', 'en'])),
  capacity: z.number().int(),
  load: z.number().int(),
  /** When they last took, let go of or answered a conversation. */
  lastMoveAt: moment.nullable(),
  /** The longest without an answer first. */
  sessions: z.array(heldSchema),
});
export type FloorAgent = z.infer<typeof floorAgentSchema>;
export type HeldSession = z.infer<typeof heldSchema>;

const gradeCount = z.object({ severity, count: z.number().int() });

/** `GET /api/desk/floor`: who is on, what waits, and which clocks run out. */
export const floorSchema = z.object({
  at: moment,
  agents: z.array(floorAgentSchema),
  queues: z.array(
    z.object({
      skill,
      /** Those without a grade count as P4. */
      grades: z.array(gradeCount),
      waiting: z.number().int(),
      oldestSince: moment.nullable(),
      /** In which whoever stands last there is probably reached, minutes; null where too little is known. */
      expected: z.object({ from: z.number(), to: z.number() }).nullable(),
    }),
  ),
  /** Who has been waiting longest, those over their time first. */
  late: z.array(
    z.object({
      id: z.string(),
      skill,
      severity: severity.nullable(),
      queuedAt: moment.nullable(),
      level: z.enum(['warn', 'breach']),
    }),
  ),
  tickets: z.array(
    z.object({
      id: z.string(),
      number: z.string(),
      kind: z.string(),
      severity,
      place: z.string().nullable(),
      clock: z.string(),
      level: z.enum(['warn', 'breach']),
      dueAt: moment,
      responsible: z.string().nullable(),
    }),
  ),
  calls: z.array(
    z.object({
      ticketNumber: z.string(),
      severity,
      until: moment,
      responsible: z.string().nullable(),
    }),
  ),
  totals: z.object({
    waiting: z.number().int(),
    inHand: z.number().int(),
    /** Conversations in hand by what those at the desk can take, per cent. */
    occupancy: z.number().nullable(),
    gone: z.number().int(),
    ticketsAtRisk: z.number().int(),
    ticketsBreached: z.number().int(),
    callsLate: z.number().int(),
  }),
  answerWithinSeconds: z.number(),
  alerts: z.array(floorAlertSchema),
  /** Of the last day. */
  cleared: z.array(floorAlertSchema),
});
export type Floor = z.infer<typeof floorSchema>;
