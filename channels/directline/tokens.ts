import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { LruMap } from './lru-map.ts';
import type { SigningKeys } from './signing-keys.ts';

/** Seconds a token is good for. Clients renew theirs every 15 minutes and expect 30 at the least. */
export const TOKEN_SECONDS = 3600;
/** A stream address is used at once. */
export const STREAM_TOKEN_SECONDS = 120;
const MOST_REMEMBERED = 20_000;
const LONGEST_TOKEN = 4096;

/** What a token says: whose conversation, and who speaks. */
export interface Claims {
  readonly conversation: string;
  /** Absent where the embedding site left it open: then the one who starts the conversation names it. */
  readonly user?: string;
  /** Our own widget, which draws cards itself. */
  readonly widget?: true;
  /** Pages that may use it; any where absent. */
  readonly origins?: readonly string[];
}

export type Verified =
  | { readonly ok: true; readonly claims: Claims }
  | { readonly ok: false; readonly expired: boolean };
export type VerifiedStream =
  | { readonly ok: true; readonly claims: Claims; readonly id: string }
  | { readonly ok: false; readonly expired: boolean };

/** Issues and verifies tokens: JWTs signed by HS256 with a shared key of the table signing_key. */
export class Tokens {
  readonly #keys: SigningKeys;
  readonly #now: () => number;
  readonly #newId: () => string;
  readonly #verified = new LruMap<string, { claims: Claims; until: number }>(MOST_REMEMBERED);

  constructor({ keys, now, newId }: { keys: SigningKeys; now: () => number; newId: () => string }) {
    this.#keys = keys;
    this.#now = now;
    this.#newId = newId;
  }

  async issue(claims: Claims): Promise<string> {
    const token = await this.#sign(claims, { audience: TOKEN, seconds: TOKEN_SECONDS });
    this.#remember(token, claims, Math.floor(this.#now() / 1000) + TOKEN_SECONDS);
    return token;
  }

  /** For the address of one socket: short-lived, with an id by which a second use can be told. */
  issueForStream({ conversation, user, widget }: Claims): Promise<string> {
    const claims = { conversation, ...(user ? { user } : {}), ...(widget ? { widget } : {}) };
    return this.#sign({ ...claims, jti: this.#newId() }, { audience: STREAM, seconds: STREAM_TOKEN_SECONDS });
  }

  /** A token that was issued or verified here is remembered: signatures cost processor time. */
  async verify(token: string): Promise<Verified> {
    const known = this.#verified.get(token);
    if (known) return known.until > this.#now() ? { ok: true, claims: known.claims } : { ok: false, expired: true };
    const outcome = await this.#check(token, TOKEN);
    if (!outcome.ok) return outcome;
    const { exp, jti: _jti, ...claims } = outcome.claims;
    this.#remember(token, claims, exp);
    return { ok: true, claims };
  }

  async verifyForStream(token: string): Promise<VerifiedStream> {
    const outcome = await this.#check(token, STREAM);
    if (!outcome.ok) return outcome;
    const { exp: _exp, jti, ...claims } = outcome.claims;
    return jti ? { ok: true, claims, id: jti } : { ok: false, expired: false };
  }

  #remember(token: string, claims: Claims, expires: number): void {
    this.#verified.set(token, { claims, until: expires * 1000 });
  }

  async #sign(
    claims: Claims & { jti?: string },
    { audience, seconds }: { audience: string; seconds: number },
  ): Promise<string> {
    const { id, key } = await this.#keys.current();
    const issuedAt = Math.floor(this.#now() / 1000);
    return new SignJWT({ ...claims })
      .setProtectedHeader({ alg: 'HS256', kid: id })
      .setAudience(audience)
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + seconds)
      .sign(key);
  }

  async #check(token: string, audience: string) {
    if (token.length > LONGEST_TOKEN) return { ok: false, expired: false } as const;
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#keyOf(kid), {
        algorithms: ['HS256'],
        audience,
        currentDate: new Date(this.#now()),
      });
      return { ok: true, claims: claimsSchema.parse(payload) } as const;
    } catch (error) {
      if (!(error instanceof errors.JOSEError) && !(error instanceof z.ZodError)) throw error;
      return { ok: false, expired: error instanceof errors.JWTExpired } as const;
    }
  }

  async #keyOf(kid: string | undefined): Promise<CryptoKey> {
    const key = kid ? await this.#keys.byId(kid) : null;
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  }
}

const TOKEN = 'directline';
const STREAM = 'directline-stream';

const claimsSchema = z.object({
  conversation: z.string(),
  user: z.string().exactOptional(),
  widget: z.literal(true).exactOptional(),
  origins: z.array(z.string()).exactOptional(),
  jti: z.string().exactOptional(),
  exp: z.number(),
});
