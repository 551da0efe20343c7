import { z } from 'zod';

/** The utility's website has said whose account a conversation is about; or that its customer has signed out. */
export const IDENTITY_SIGNED = 'identity.signed';
export const IDENTITY_ENDED = 'identity.ended';

export const signedIdentitySchema = z.object({
  accountId: z.string(),
  /** Masked. */
  number: z.string(),
  /** Milliseconds since 1970. */
  until: z.number(),
});
export type SignedIdentityEvent = z.infer<typeof signedIdentitySchema>;
