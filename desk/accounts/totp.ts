import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator knows it: SHA-1, six digits, thirty seconds. */
const PERIOD_S = 30;
const TERMS = { algorithm: 'SHA1', digits: 6, period: PERIOD_S } as const;
/** A clock may be one step off, either way. */
const WINDOW = 1;

/** 160 random bits in base32. */
export function newTotpSecret(): string {
  return new Secret({ size: 20 }).base32;
}

/** What the picture says that authenticators read. */
export function totpUri(
  secret: string,
  { issuer, login }: { readonly issuer: string; readonly login: string },
): string {
  return new TOTP({ ...TERMS, issuer, label: login, secret: Secret.fromBase32(secret) }).toString();
}

/** The time step whose code this is, near `now` (milliseconds since 1970); null where it is none. */
export function totpStep(secret: string, code: string, now: number): number | null {
  const delta = new TOTP({ ...TERMS, secret: Secret.fromBase32(secret) }).validate({
    token: code,
    timestamp: now,
    window: WINDOW,
  });
  return delta === null ? null : Math.floor(now / 1000 / PERIOD_S) + delta;
}

/** The code of a moment: what an authenticator shows. */
export function totpCode(secret: string, now: number): string {
  return new TOTP({ ...TERMS, secret: Secret.fromBase32(secret) }).generate({ timestamp: now });
}
