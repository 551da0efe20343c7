import { z } from 'zod';

const count = z.number().int();
const share = z.number().min(0).max(1).nullable();

export const FOLLOW_UP_STATES = ['open', 'in_hand', 'closed'] as const;
export const FOLLOW_UP_OUTCOMES = [
  'put_right',
  'apologised',
  'coached',
  'process_changed',
  'not_reached',
  'unfounded',
] as const;

const tally = z.object({
  /** How many gave 1, 2, 3, 4 and 5. */
  byScore: z.array(count).length(5),
  rated: count,
  /** How many gave 4 or 5; of those who rated, and where that share lies with 95 % by Wilson. */
  content: count,
  share,
  interval: z.object({ low: z.number(), high: z.number() }).nullable(),
});
export type RatingFigures = z.infer<typeof tally>;

const answered = tally.extend({
  /** Sessions closed that could have been rated. */
  asked: count,
});
export type RatingRow = z.infer<typeof answered>;

/** Answer of `GET /api/desk/ratings/report`. Days are local, YYYY-MM-DD, both included. */
export const ratingReportSchema = z.object({
  from: z.string(),
  to: z.string(),
  /** Scores of so much or less are followed up. */
  lowAtMost: count,
  total: answered,
  /** The bot's own sessions. */
  bot: answered,
  people: z.array(answered.extend({ staffId: z.string(), name: z.string() })),
  /** By the queue that a session belonged to: fault, billing, complaint, general. */
  teams: z.array(answered.extend({ team: z.string() })),
  weeks: z.array(tally.extend({ from: z.string() })),
});
export type RatingReport = z.infer<typeof ratingReportSchema>;

const ratingItem = z.object({
  sessionId: z.string(),
  words: z.string().nullable(),
  /** Who was rated; null for the bot. */
  agent: z.object({ id: z.string(), name: z.string() }).nullable(),
  score: count,
  at: count,
  team: z.string(),
  intent: z.string().nullable(),
  disposition: z.string().nullable(),
  followUp: z.enum(FOLLOW_UP_STATES).nullable(),
});
export type RatingItem = z.infer<typeof ratingItem>;

/** Answer of `GET /api/desk/ratings/mine`: null where there are too few to hide who gave them. */
export const ownRatingsSchema = z.object({
  from: z.string(),
  to: z.string(),
  figures: tally.nullable(),
  /** So many are needed. */
  fewest: count,
  /** The latest, where the utility shows agents what was said of them; else null. */
  ratings: z.array(ratingItem).nullable(),
});
export type OwnRatings = z.infer<typeof ownRatingsSchema>;

/** Answer of `GET /api/desk/ratings`: newest first. */
export const ratingListSchema = z.object({ ratings: z.array(ratingItem), next: z.string().nullable() });
export type RatingList = z.infer<typeof ratingListSchema>;

const person = z.object({ id: z.string(), name: z.string() });

const followUpItem = z.object({
  sessionId: z.string(),
  state: z.enum(FOLLOW_UP_STATES),
  responsible: person.nullable(),
  outcome: z.enum(FOLLOW_UP_OUTCOMES).nullable(),
  version: count,
  openedAt: count,
  closedAt: count.nullable(),
  score: count,
  words: z.string().nullable(),
  agent: person.nullable(),
  team: z.string(),
  intent: z.string().nullable(),
  disposition: z.string().nullable(),
  history: z.array(
    z.object({
      at: count,
      /** A name, or `system`. */
      actor: z.string(),
      type: z.string(),
      data: z.record(z.string(), z.unknown()),
      /** Names of the staff in `data`, by id. */
      names: z.record(z.string(), z.string()),
    }),
  ),
});
export type FollowUpItem = z.infer<typeof followUpItem>;

/** Answer of `GET /api/desk/rating-follow-ups`: newest first. */
export const followUpListSchema = z.object({
  followUps: z.array(followUpItem),
  /** Who may be made responsible. */
  supervisors: z.array(person),
  next: z.string().nullable(),
});
export type FollowUpList = z.infer<typeof followUpListSchema>;

/** Body of `POST /api/desk/rating-follow-ups/{id}/moves`. */
export const followUpMoveSchema = z.discriminatedUnion('to', [
  z.strictObject({ to: z.literal('in_hand'), version: count.min(1) }),
  z.strictObject({
    to: z.literal('handed_on'),
    staffId: z.string().regex(/^[\w-]{1,100}$/),
    version: count.min(1),
  }),
  z.strictObject({
    to: z.literal('closed'),
    outcome: z.enum(FOLLOW_UP_OUTCOMES),
    note: z.string().trim().min(1).max(2000),
    version: count.min(1),
  }),
]);
export type FollowUpMoveRequest = z.infer<typeof followUpMoveSchema>;
