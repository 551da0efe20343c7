import { z } from 'zod';
import { type RatingValue, ratingValueSchema } from '../../web/protocol/conversation.ts';

/** What a drawn rating card sends back: the submit button's data with the inputs' values, which are text. */
const submittedSchema = z.object({
  event: z.literal('rating'),
  sessionId: z.string(),
  score: z.coerce.number(),
  words: z.string().optional(),
});

/** The rating in a message's value, or null where it is something else: then the message stays what it is. */
export function submittedRating(value: unknown): RatingValue | null {
  const submitted = submittedSchema.safeParse(value);
  if (!submitted.success) return null;
  const { sessionId, score, words } = submitted.data;
  const said = words?.trim();
  return ratingValueSchema.safeParse({ sessionId, score, ...(said ? { words: said } : {}) }).data ?? null;
}
