import { z } from 'zod';

/** `GET /api/desk/answers`: every editable answer, the profile's own words beside those edited at the desk. */
export const answerListSchema = z.object({
  answers: z.array(
    z.object({
      intent: z.string(),
      language: z.enum(['zh-Hans', 'en']),
      /** What the profile says. */
      original: z.string(),
      /** What the desk says instead, or null. */
      edited: z.string().nullable(),
      updatedBy: z.string().nullable(),
      updatedAt: z.number().nullable(),
    }),
  ),
  /** What a text may name in braces, by language, and what the customer reads there. */
  placeholders: z.record(z.enum(['zh-Hans', 'en']), z.record(z.string(), z.string())),
});
export type AnswerList = z.infer<typeof answerListSchema>;

/**
 * `PUT /api/desk/answers/{intent}/{language}`; null text goes back to the profile's own. A text with a name in braces that
 * is none of the placeholders is refused: 422 `unknown_placeholder`.
 */
export const answerEditSchema = z.strictObject({ text: z.string().trim().min(1).max(4000).nullable() });

export const bannerSchema = z.object({
  id: z.string(),
  textZh: z.string(),
  textEn: z.string(),
  fromAt: z.number(),
  untilAt: z.number().nullable(),
  createdBy: z.string(),
});
export type Banner = z.infer<typeof bannerSchema>;
export const bannerListSchema = z.object({ banners: z.array(bannerSchema) });
export const bannerCreateSchema = z.strictObject({
  textZh: z.string().trim().min(1).max(500),
  textEn: z.string().trim().min(1).max(500),
  untilAt: z.number().int().positive().nullable(),
});

/** `GET /api/desk/dead-letters`: what could not be handled or delivered, for operators. */
export const deadLetterListSchema = z.object({
  inbound: z.array(z.object({ conversationId: z.string(), seq: z.number(), at: z.number(), tries: z.number() })),
  outbound: z.array(
    z.object({
      id: z.string(),
      conversationId: z.string(),
      seq: z.number(),
      channel: z.string(),
      tries: z.number(),
      lastError: z.string().nullable(),
    }),
  ),
  /** What could not be told to other systems; `number` is the ticket's or the incident's. */
  webhooks: z.array(
    z.object({
      id: z.string(),
      endpoint: z.string(),
      type: z.string(),
      number: z.string().nullable(),
      at: z.number(),
      tries: z.number(),
      lastError: z.string().nullable(),
    }),
  ),
});
export type DeadLetterList = z.infer<typeof deadLetterListSchema>;
