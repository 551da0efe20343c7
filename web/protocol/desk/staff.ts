import { z } from 'zod';

export const ROLES = ['agent', 'dispatcher', 'supervisor', 'quality', 'admin'] as const;
export const roleSchema = z.enum(ROLES);
export type Role = z.infer<typeof roleSchema>;

export const signInRequestSchema = z.strictObject({
  login: z.string().trim().min(1).max(100),
  password: z.string().min(1).max(200),
  /** Of the authenticator, or a recovery code: asked for with `code_missing` where there is a second factor. */
  code: z.string().trim().min(1).max(40).optional(),
});

/** Who is signed in. `csrf` goes into the header `x-csrf-token` of every call that changes something. */
export const meSchema = z.object({
  staff: z.object({
    id: z.string(),
    login: z.string(),
    name: z.string(),
    deskName: z.string(),
    roles: z.array(roleSchema),
    capacity: z.number().int(),
  }),
  csrf: z.string(),
  session: z.object({
    id: z.string(),
    method: z.enum(['password', 'provider']),
    /** What has to be done before anything else: a password of one's own, a second factor. */
    pending: z.array(z.enum(['password', 'totp'])),
  }),
  utility: z.object({ name: z.string(), nameEn: z.string() }),
  /** True in the demo profile: the desk says so. */
  demo: z.boolean(),
});
export type Me = z.infer<typeof meSchema>;
