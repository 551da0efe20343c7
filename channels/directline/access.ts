import { createHash, timingSafeEqual } from 'node:crypto';
import { type Refusal, refuse } from '../http/http-answer.ts';
import type { HttpRequest } from '../http/http-request.ts';
import type { Claims, Tokens } from './tokens.ts';

/** By what right a call is made: a token's, or that of the embedding site itself, which knows the secret. */
export type Access = { readonly kind: 'token'; readonly claims: Claims } | { readonly kind: 'secret' };

/** Reads `Authorization: Bearer …` of Direct Line calls. 403 is what its clients take for a token that has expired. */
export class AccessControl {
  readonly #tokens: Tokens;
  readonly #secret: Buffer | null;

  constructor(tokens: Tokens, secret: string | null) {
    this.#tokens = tokens;
    this.#secret = secret === null ? null : digest(secret);
  }

  async of(request: HttpRequest): Promise<Access | Refusal> {
    const header = request.headers.authorization;
    const bearer = header?.startsWith('Bearer ') ? header.slice(7).trim() : '';
    if (bearer === '') return refuse(401, 'token_missing', { field: 'authorization' });
    if (this.#isSecret(bearer)) return { kind: 'secret' };
    const verified = await this.#tokens.verify(bearer);
    if (!verified.ok)
      return refuse(403, verified.expired ? 'token_expired' : 'token_invalid', { field: 'authorization' });
    const { origins } = verified.claims;
    const origin = request.headers.origin;
    if (origins && origin && !origins.includes(origin)) return refuse(403, 'origin_not_allowed', { field: 'origin' });
    return { kind: 'token', claims: verified.claims };
  }

  /** The right to one conversation. */
  async to(conversationId: string, request: HttpRequest): Promise<Access | Refusal> {
    const access = await this.of(request);
    return access.kind === 'token' && access.claims.conversation !== conversationId
      ? refuse(403, 'other_conversation', { field: 'conversationId' })
      : access;
  }

  /** The right to issue tokens. */
  bySecret(request: HttpRequest): Refusal | null {
    if (!this.#secret) return refuse(403, 'secret_disabled', { field: 'authorization' });
    const header = request.headers.authorization;
    if (!header?.startsWith('Bearer ')) return refuse(401, 'token_missing', { field: 'authorization' });
    return this.#isSecret(header.slice(7).trim()) ? null : refuse(403, 'secret_invalid', { field: 'authorization' });
  }

  /** In a time that tells nothing of the secret: digests are compared, which have one length. */
  #isSecret(bearer: string): boolean {
    return this.#secret !== null && timingSafeEqual(this.#secret, digest(bearer));
  }
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
