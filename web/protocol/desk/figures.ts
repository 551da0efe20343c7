import { z } from 'zod';
import { CLOCKS } from './ticket.ts';

const count = z.number().int();
/** Milliseconds; half of all, and nine of ten, took no longer. */
const spans = z.object({ count, median: z.number().nullable(), ninth: z.number().nullable() });
const shares = z.object({
  count,
  good: count,
  share: z.number().nullable(),
  /** 95 %, by Wilson. */
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type FigureSpans = z.infer<typeof spans>;
export type FigureShares = z.infer<typeof shares>;

const service = z.object({
  sessions: count,
  waited: spans,
  withinTerm: shares,
  givenUp: count,
  firstResponse: spans,
  handled: spans,
  atFirstContact: shares,
  transfers: count,
  transferred: count,
  /** Ratings with 4 or 5. */
  content: shares,
});
export type ServiceFigures = z.infer<typeof service>;

/** Answer of `GET /api/desk/figures`. Days are local, YYYY-MM-DD, both included. */
export const figuresSchema = z.object({
  from: z.string(),
  to: z.string(),
  team: z.string().nullable(),
  answerWithinSeconds: z.number(),
  repeatWithinDays: z.number(),
  total: service,
  bot: service,
  people: z.array(service.extend({ staffId: z.string(), name: z.string() })),
  teams: z.array(service.extend({ team: z.string() })),
  /** By the local hour in which they began, 0 to 23. */
  hours: z.array(service.extend({ hour: count })),
  days: z.array(service.extend({ day: z.string() })),
  /** Clocks of service standards that were kept. */
  standards: z.record(z.enum(CLOCKS), shares),
});
export type Figures = z.infer<typeof figuresSchema>;

/** Answer of `GET /api/desk/wallboard`: how things stand, and today so far. */
export const wallboardSchema = z.object({
  at: count,
  queued: count,
  /** When the one who waits longest began to. */
  longestSince: count.nullable(),
  inHand: count,
  withBot: count,
  present: count,
  available: count,
  /** Clocks of service standards that have run out on open tickets. */
  overdue: count,
  openFaults: count,
  answerWithinSeconds: z.number(),
  teams: z.array(z.object({ team: z.string(), queued: count, longestSince: count.nullable(), inHand: count })),
  today: service,
});
export type Wallboard = z.infer<typeof wallboardSchema>;
