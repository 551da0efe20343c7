import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto';

/** Costly enough that trying a million codes takes longer than a code lives, cheap enough for a turn (some 10 ms). */
const COST = 4096;
const BYTES = 32;

/** A one-time code as it is kept: salt and scrypt hash. */
export async function hashCode(code: string): Promise<string> {
  const salt = randomBytes(16);
  const hash = await derive(code, salt);
  return `${salt.toString('base64url')}.${hash.toString('base64url')}`;
}

/** Whether a code is the one that was kept; takes as long either way. */
export async function codeMatches(code: string, kept: string): Promise<boolean> {
  const [salt = '', hash = ''] = kept.split('.').map((part) => Buffer.from(part, 'base64url'));
  const given = await derive(code, Buffer.from(salt));
  return given.length === hash.length && timingSafeEqual(given, Buffer.from(hash));
}

function derive(code: string, salt: Buffer): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    scrypt(code, salt, BYTES, { N: COST }, (error, key) => (error ? reject(error) : resolve(key)));
  });
}
