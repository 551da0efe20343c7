import { createHash } from 'node:crypto';
import { EncryptJWT, errors, jwtDecrypt } from 'jose';
import { z } from 'zod';
import type { PayAsked } from '../../dialogs/links.ts';

/** What a pay page is to be told: whose account, how much, and until when. */
export interface PayOrder extends PayAsked {
  /** Names this one reference: a page that has taken a payment for it takes no second one. */
  readonly id: string;
  /** Milliseconds since 1970. */
  readonly expiresAt: number;
}

export type OpenedReference =
  | { readonly kind: 'order'; readonly order: PayOrder }
  /** Was good once. */
  | { readonly kind: 'expired' }
  /** None of ours, or changed. */
  | { readonly kind: 'invalid' };

/** A key that is shared with the pay page: 256 bits. */
export interface PayKey {
  /** Tells keys apart without telling them: see payKeyOf. */
  readonly id: string;
  readonly bytes: Uint8Array;
}

const AUDIENCE = 'pay';
const LONGEST = 2048;

/** A key out of its base64url; its id is the first 16 hexadecimal digits of its SHA-256. */
export function payKeyOf(secret: string): PayKey {
  const bytes = new Uint8Array(Buffer.from(secret, 'base64url'));
  return { id: createHash('sha256').update(bytes).digest('hex').slice(0, 16), bytes };
}

/**
 * A reference for the pay page's address: a JWT encrypted and authenticated under the shared key (JWE compact, `dir`, A256GCM; RFC 7516,
 * 7518), so that neither account nor amount stands in it for whoever sees the address, and nothing in it can be changed.
 */
export function sealPayReference(
  key: PayKey,
  { id, accountNumber, amountFen, expiresAt }: PayOrder,
  now: number,
): Promise<string> {
  return new EncryptJWT({ account: accountNumber, amount: amountFen, currency: 'CNY' })
    .setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: key.id })
    .setAudience(AUDIENCE)
    .setJti(id)
    .setIssuedAt(Math.floor(now / 1000))
    .setExpirationTime(Math.floor(expiresAt / 1000))
    .encrypt(key.bytes);
}

/** What a reference says. `keys`: those that it may have been made with. */
export async function openPayReference(
  keys: readonly PayKey[],
  reference: string,
  now: number,
): Promise<OpenedReference> {
  if (reference.length > LONGEST) return { kind: 'invalid' };
  try {
    const { payload } = await jwtDecrypt(reference, ({ kid }) => keyOf(keys, kid), {
      keyManagementAlgorithms: ['dir'],
      contentEncryptionAlgorithms: ['A256GCM'],
      audience: AUDIENCE,
      currentDate: new Date(now),
      requiredClaims: ['exp', 'jti'],
    });
    const { account, amount, jti, exp } = claimsSchema.parse(payload);
    return { kind: 'order', order: { id: jti, accountNumber: account, amountFen: amount, expiresAt: exp * 1000 } };
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { kind: 'expired' };
    if (error instanceof errors.JOSEError || error instanceof z.ZodError) return { kind: 'invalid' };
    throw error;
  }
}

function keyOf(keys: readonly PayKey[], kid: string | undefined): Uint8Array {
  const key = keys.find(({ id }) => id === kid);
  if (!key) throw new errors.JWKSNoMatchingKey();
  return key.bytes;
}

const claimsSchema = z.object({
  account: z.string(),
  amount: z.number().int().positive(),
  currency: z.literal('CNY'),
  jti: z.string(),
  exp: z.number(),
});
