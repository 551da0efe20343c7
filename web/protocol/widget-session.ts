import { z } from 'zod';
import { conversationStatusSchema } from './conversation.ts';

/** `POST /api/widget/session`: what the one script tag calls, first of all and again after a reload. */
export const widgetSessionRequestSchema = z.strictObject({
  /** The key kept by the browser from the last answer; good once. */
  resumeKey: z.string().min(20).max(200).optional(),
  /** Who is signed in at the page, signed by it: good once. Where it is not believed the call is refused as a whole. */
  identity: z.string().min(20).max(4096).optional(),
  /** What the page or the browser prefers. */
  language: z.enum(['zh-Hans', 'zh-Hant', 'en']).optional(),
});
export type WidgetSessionRequest = z.infer<typeof widgetSessionRequestSchema>;

export const widgetSessionSchema = z.object({
  conversationId: z.string(),
  userId: z.string(),
  /** A Direct Line token bound to conversation and user; refresh it by /v3/directline/tokens/refresh. */
  token: z.string(),
  /** Seconds. */
  expires_in: z.number(),
  streamUrl: z.string(),
  /** Keep this in place of the one sent. */
  resumeKey: z.string(),
  resumed: z.boolean(),
  /** The identity given was taken. */
  identified: z.literal(true).optional(),
  status: conversationStatusSchema,
  utility: z.object({
    name: z.string(),
    shortName: z.string(),
    hotline: z.string(),
    /** CSS colours of the profile; the widget's own where absent. */
    brandColor: z.string().optional(),
    accentColor: z.string().optional(),
    logoUrl: z.string().optional(),
  }),
  limits: z.object({
    /** UTF-16 units a message may have. */
    text: z.number(),
    /** Bytes a file may have. */
    file: z.number(),
    fileTypes: z.array(z.string()),
  }),
});
export type WidgetSession = z.infer<typeof widgetSessionSchema>;
