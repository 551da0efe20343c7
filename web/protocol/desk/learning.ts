import { z } from 'zod';

/** Why a message is worth a look, the weightier later. */
export const LEARNING_REASONS = ['not_understood', 'did_you_mean', 'said_no', 'handed_over', 'corrected'] as const;
export const LEARNING_STATES = ['open', 'labelled', 'discarded'] as const;
/** Why a colleague corrects what the bot has made of a message. */
export const CORRECTION_REASONS = [
  'other_matter',
  'danger_missed',
  'no_danger',
  'graver',
  'less_grave',
  'customer_said_so',
  'other',
] as const;
/** Stands for one character of something personal in a text. */
export const MASK = '•';
/** What may stand between two masks of one number, as the inside of a regular expression. */
export const BETWEEN_MASKS = '[\\s().\u2010-\u2015－-]{0,3}';

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);
const fault = z.object({
  class: z.string(),
  hazards: z.array(z.string()),
  people: z.array(z.string()),
  site: z.array(z.string()),
  scope: z.string(),
  no_power: z.boolean(),
});
/** Numbers stand as masks, as long as they were; words are pieces of the masked text. */
const slots = z.object({
  account_number: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  since: z.string().optional(),
  amount: z.number().optional(),
  month: z.string().optional(),
});

/** What a message means: body of `POST /api/desk/learning/{id}/label`. Codes are those of the taxonomy. */
export const learningLabelSchema = z.object({
  language: z.string(),
  intent: z.string(),
  slots,
  fault: fault.nullable(),
});
export type LearningLabel = z.infer<typeof learningLabelSchema>;

export const learningItemSchema = z.object({
  id: z.string(),
  /** Masked. */
  text: z.string(),
  language: z.string(),
  reason: z.enum(LEARNING_REASONS),
  /** As labelled, else as guessed. */
  intent: z.string(),
  /** How often the like of it was said. */
  times: z.number().int(),
  firstAt: z.number(),
  lastAt: z.number(),
  /** The service session it was last said in. */
  sessionId: z.string().nullable(),
  /** Which model guessed. */
  model: z.string(),
  guess: z.object({
    intent: z.string(),
    confidence: z.number(),
    alternatives: z.array(z.object({ intent: z.string(), confidence: z.number() })),
    slots,
    fault: fault.nullable(),
    severity: severity.nullable(),
  }),
  /** What somebody at the desk put in the guess's place. */
  suggestion: z
    .object({
      intent: z.string().optional(),
      severity: severity.optional(),
      class: z.string().optional(),
      why: z.enum(CORRECTION_REASONS),
    })
    .nullable(),
  state: z.enum(LEARNING_STATES),
  label: learningLabelSchema.nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.number().nullable(),
});
export type LearningItem = z.infer<typeof learningItemSchema>;

/** `GET /api/desk/learning`: what is said most first. */
export const learningListSchema = z.object({
  candidates: z.array(learningItemSchema),
  counts: z.record(z.enum(LEARNING_STATES), z.number().int()),
  /** Pass as `cursor` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type LearningList = z.infer<typeof learningListSchema>;

/** `POST /api/desk/sessions/{id}/corrections`: what the message at `seq` was really about. At least one of three is given. */
export interface CorrectionRequest {
  readonly seq: number;
  readonly intent?: string;
  readonly severity?: string;
  readonly class?: string;
  readonly why: (typeof CORRECTION_REASONS)[number];
  readonly note?: string;
}
