import { z } from 'zod';

/** Every error of our own API: a stable code, the field at fault, and words in the caller's language (Accept-Language). Direct Line routes use the same shape, which is Bot Framework's. */
export const apiErrorSchema = z.object({
  error: z.object({
    code: z.string(),
    message: z.string(),
    /** Path of the field at fault, for example `body.text`. */
    field: z.string().optional(),
  }),
});
export type ApiError = z.infer<typeof apiErrorSchema>;
