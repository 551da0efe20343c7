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

/** Answer of `GET /api/desk/sign-in-options`: the provider that one may sign in with beside a password. */
export const signInOptionsSchema = z.object({ provider: z.object({ name: z.string() }).nullable() });

/** Answer of signing out where a provider had signed one in: where the browser goes to be signed out there too. */
export const signedOutSchema = z.object({ leaveTo: z.string() });

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
