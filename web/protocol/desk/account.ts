import { z } from 'zod';
import { roleSchema } from './staff.ts';

const moment = z.number().int();

export const STAFF_SKILLS = ['fault', 'billing', 'complaint', 'general'] as const;
export const STAFF_LANGUAGES = ['zh', 'yue', 'en'] as const;

const oneLine = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .regex(/^\P{Cc}*$/u);

/** What an administrator says of somebody. Without a language they speak all of them. */
const memberFields = {
  name: oneLine(100),
  /** What customers see. */
  deskName: oneLine(50),
  roles: z.array(roleSchema).min(1).max(5),
  skills: z.array(z.enum(STAFF_SKILLS)).max(4),
  languages: z.array(z.enum(STAFF_LANGUAGES)).max(3),
  /** Conversations at a time. */
  capacity: z.number().int().min(1).max(50),
};

export const memberAddSchema = z.strictObject({
  login: z
    .string()
    .trim()
    .toLowerCase()
    .regex(/^[\w.@-]{2,100}$/),
  ...memberFields,
});
export type MemberAdd = z.infer<typeof memberAddSchema>;

/** `version`: of what the change was decided upon. */
export const memberChangeSchema = z.strictObject({ ...memberFields, version: moment });
export type MemberChange = z.infer<typeof memberChangeSchema>;

export const memberActiveSchema = z.strictObject({ active: z.boolean(), version: moment });

export const memberSchema = z.object({
  id: z.string(),
  login: z.string(),
  name: z.string(),
  deskName: z.string(),
  roles: z.array(roleSchema),
  skills: z.array(z.enum(STAFF_SKILLS)),
  languages: z.array(z.enum(STAFF_LANGUAGES)),
  capacity: z.number().int(),
  active: z.boolean(),
  createdAt: moment,
  version: moment,
  /** Signs in with a second factor. */
  totp: z.boolean(),
  /** The password was given out and has yet to be changed; until when it is good. */
  oneTimeUntil: moment.nullable(),
  /** After too many tries at the login: no try before this moment. */
  lockedUntil: moment.nullable(),
});
export type Member = z.infer<typeof memberSchema>;

export const memberListSchema = z.object({ members: z.array(memberSchema), next: z.string().nullable() });
export type MemberList = z.infer<typeof memberListSchema>;

/** A password that is good once and until `until`: shown this one time, kept nowhere. */
export const oneTimePasswordSchema = z.object({ oneTimePassword: z.string(), until: moment });
export type OneTimePassword = z.infer<typeof oneTimePasswordSchema>;
export const memberAddedSchema = z.object({ member: memberSchema, ...oneTimePasswordSchema.shape });

export const signInItemSchema = z.object({
  id: z.string(),
  /** The one that asks. */
  current: z.boolean(),
  /** Browser and system, as far as the browser tells; empty where it does not. */
  device: z.string(),
  /** The network, not the machine; empty where it is not known. */
  address: z.string(),
  method: z.enum(['password', 'provider']),
  createdAt: moment,
  lastSeenAt: moment,
  expiresAt: moment,
});
export type SignInItem = z.infer<typeof signInItemSchema>;

export const signInListSchema = z.object({ sessions: z.array(signInItemSchema), next: z.string().nullable() });
export type SignInList = z.infer<typeof signInListSchema>;

/** One's own account, as far as `GET /api/desk/me` does not tell it. */
export const ownAccountSchema = z.object({
  skills: z.array(z.enum(STAFF_SKILLS)),
  languages: z.array(z.enum(STAFF_LANGUAGES)),
  /** Null where one has never set a password of one's own here. */
  passwordChangedAt: moment.nullable(),
  totp: z.object({
    on: z.boolean(),
    since: moment.nullable(),
    /** Recovery codes that are left. */
    codesLeft: z.number().int(),
    /** A role of theirs asks for it: it can't be taken away. */
    required: z.boolean(),
  }),
});
export type OwnAccount = z.infer<typeof ownAccountSchema>;

const password = z.string().min(1).max(200);
const code = z.string().trim().min(1).max(40);

export const proofSchema = z.strictObject({ password, code: code.optional() });
export type ProofRequest = z.infer<typeof proofSchema>;

export const passwordChangeSchema = z.strictObject({
  current: password,
  /** Of the authenticator, where there is one. */
  code: code.optional(),
  password,
});
export type PasswordChange = z.infer<typeof passwordChangeSchema>;

/** A second factor that is being set up: the picture's text, and the same to be typed. */
export const totpSetupSchema = z.object({ uri: z.string(), secret: z.string() });
export type TotpSetup = z.infer<typeof totpSetupSchema>;
export const totpConfirmSchema = z.strictObject({ code });
/** Shown this one time. */
export const recoveryCodesSchema = z.object({ codes: z.array(z.string()) });
