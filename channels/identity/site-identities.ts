import { createHash } from 'node:crypto';
import { createRemoteJWKSet, type JWTPayload, jwtVerify } from 'jose';
import type { Logger } from 'pino';
import { z } from 'zod';
import { readHmacIdentity } from './hmac-identity.ts';

/** Who the utility's website says that somebody is. */
export interface SiteIdentity {
  readonly accountId: string;
  readonly number: string;
  /** Of the token, for taking it once only. */
  readonly tokenHash: string;
}

export interface IdentityKeys {
  /** JWT by the keys at an address; null where none are taken. */
  readonly jwt: { readonly jwksUrl: string; readonly issuer: string; readonly audience: string } | null;
  /** HMAC with a shared secret; null where none are taken. */
  readonly secret: string | null;
}

export interface SiteIdentitiesParts {
  readonly keys: IdentityKeys;
  readonly accountIdOf: (number: string) => Promise<string | undefined>;
  readonly now: () => number;
  readonly log: Pick<Logger, 'warn'>;
  /** How long after keys were fetched a key id that is not known has them fetched anew. */
  readonly cooldownMs?: number;
}

/** None that the shared secret of a public key, or no signature at all, could stand in for. */
const ALGORITHMS = ['RS256', 'PS256', 'ES256', 'ES384', 'EdDSA'];
/** A token is to be handed over at once. */
export const LONGEST_LIFE_S = 600;
const SKEW_S = 30;
/** Made-up key ids must not have the website asked each time. */
const COOLDOWN_MS = 30_000;
const LONGEST_TOKEN = 4096;

/** Reads identities that the utility's website has signed. */
export class SiteIdentities {
  readonly #parts: SiteIdentitiesParts;
  readonly #keys: ReturnType<typeof createRemoteJWKSet> | null;

  constructor(parts: SiteIdentitiesParts) {
    this.#parts = parts;
    this.#keys = parts.keys.jwt
      ? createRemoteJWKSet(new URL(parts.keys.jwt.jwksUrl), {
          cooldownDuration: parts.cooldownMs ?? COOLDOWN_MS,
          cacheMaxAge: 600_000,
          timeoutDuration: 3000,
        })
      : null;
  }

  /** Null where it is not to be believed, whatever the reason; that is for the log. */
  async read(token: string): Promise<SiteIdentity | null> {
    const { log, accountIdOf } = this.#parts;
    try {
      const { number, tokenId } = await this.#claims(token);
      const accountId = await accountIdOf(number);
      if (accountId === undefined) throw new Error('names no account');
      return { accountId, number, tokenHash: createHash('sha256').update(tokenId).digest('hex') };
    } catch (error) {
      log.warn({ reason: reasonOf(error) }, 'a signed identity was refused');
      return null;
    }
  }

  async #claims(token: string): Promise<{ readonly number: string; readonly tokenId: string }> {
    const { keys, now } = this.#parts;
    if (token.length > LONGEST_TOKEN) throw new Error('is too long');
    const hmac = readHmacIdentity(token, { secret: keys.secret, now: now() });
    if (hmac) return { number: hmac.account, tokenId: `hmac ${hmac.nonce}` };
    if (!keys.jwt || !this.#keys) throw new Error('is of a kind that is not taken');
    const { issuer, audience } = keys.jwt;
    const { payload } = await jwtVerify(token, this.#keys, {
      ...{ issuer, audience, algorithms: ALGORITHMS },
      requiredClaims: ['exp', 'iat', 'jti'],
      maxTokenAge: LONGEST_LIFE_S,
      clockTolerance: SKEW_S,
      currentDate: new Date(now()),
    });
    const { jti, account_number } = claims.parse(payload satisfies JWTPayload);
    return { number: account_number, tokenId: `jwt ${issuer} ${jti}` };
  }
}

const claims = z.object({ jti: z.string().min(8).max(200), account_number: z.string().regex(/^\d{8,16}$/) });

/** jose names what is wrong by a code; nothing of the token. */
function reasonOf(error: unknown): string {
  if (error instanceof z.ZodError) return 'claims';
  if (!(error instanceof Error)) return 'unknown';
  return 'code' in error && typeof error.code === 'string' ? error.code : error.message.slice(0, 80);
}
