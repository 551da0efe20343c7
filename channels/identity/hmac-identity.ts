import { createHmac, timingSafeEqual } from 'node:crypto';
import { z } from 'zod';
import { parseJson } from '../http/parse-json.ts';

/** How far its moment may be from ours. */
const WINDOW_S = 300;
const PREFIX = 'sbi1';

const payloadSchema = z.strictObject({
  account: z.string().regex(/^\d{8,16}$/),
  /** Seconds since 1970 at which it was signed. */
  at: z.number().int(),
  nonce: z.string().regex(/^[\w-]{16,100}$/),
});
export type HmacIdentity = z.infer<typeof payloadSchema>;

/**
 * An identity under a shared secret: `sbi1.<payload>.<signature>`, the payload base64url of JSON, the signature base64url of
 * HMAC-SHA256 over `sbi1.<payload>`. Null where the token is of another kind; throws where it is not to be believed.
 */
export function readHmacIdentity(
  token: string,
  { secret, now }: { readonly secret: string | null; readonly now: number },
): HmacIdentity | null {
  const [prefix, payload = '', signature = '', ...more] = token.split('.');
  if (prefix !== PREFIX) return null;
  if (secret === null || more.length > 0) throw new Error('is of a kind that is not taken');
  const expected = sign(payload, secret);
  const given = Buffer.from(signature, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('is not signed by it');
  const json = parseJson(Buffer.from(payload, 'base64url'));
  const read = 'value' in json ? payloadSchema.safeParse(json.value) : null;
  if (!read?.success) throw new Error('has another payload');
  if (Math.abs(now / 1000 - read.data.at) > WINDOW_S) throw new Error('is not of now');
  return read.data;
}

/** What a website puts into its page. */
export function writeHmacIdentity(identity: HmacIdentity, secret: string): string {
  const payload = Buffer.from(JSON.stringify(identity)).toString('base64url');
  return `${PREFIX}.${payload}.${sign(payload, secret).toString('base64url')}`;
}

function sign(payload: string, secret: string): Buffer {
  return createHmac('sha256', secret).update(`${PREFIX}.${payload}`).digest();
}
