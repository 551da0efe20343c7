import { z } from 'zod';

/** Who is speaking to the customer now. */
export const conversationStatusSchema = z.discriminatedUnion('speaker', [
  z.object({ speaker: z.literal('bot') }),
  z.object({
    speaker: z.literal('waiting'),
    place: z.number().int().min(1).optional(),
    /** Expected wait in minutes, where enough is known: four customers in five are reached within it. */
    minutes: z.object({ from: z.number().int(), to: z.number().int() }).optional(),
  }),
  z.object({ speaker: z.literal('agent'), name: z.string() }),
]);
export type ConversationStatus = z.infer<typeof conversationStatusSchema>;

export { CLOSED_EVENT, JOIN_EVENT, RATING_EVENT, STATUS_EVENT } from './wire-names.ts';

export const ratingValueSchema = z.object({
  sessionId: z.string().min(1).max(64),
  score: z.number().int().min(1).max(5),
  words: z.string().max(2000).optional(),
});
export type RatingValue = z.infer<typeof ratingValueSchema>;

/** A shared position: an entity of a message activity (schema.org GeoCoordinates, as Bot Framework names it). */
export const geoCoordinatesSchema = z.object({
  type: z.literal('GeoCoordinates'),
  latitude: z.number().min(-90).max(90),
  longitude: z.number().min(-180).max(180),
});
export type GeoCoordinates = z.infer<typeof geoCoordinatesSchema>;
