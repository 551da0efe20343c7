import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentAsked } from '../../dialogs/links.ts';
import type { SigningKeys } from '../directline/signing-keys.ts';

export const DOCUMENT_PATH = '/documents/';
/** For whoever saves it; what counts is the query, which no log has. */
const NAMES = { pdf: 'bill.pdf', image: 'bill.png', usage: 'usage.png' } as const;
const AUDIENCE = 'document';
const LONGEST_TOKEN = 2048;

export interface DocumentLinksParts {
  readonly keys: SigningKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly minutes: number;
}

/** Paths of documents. What may be seen, and until when, stands in them, signed by HS256 with a shared key of the table signing_key. */
export class DocumentLinks {
  readonly #parts: DocumentLinksParts;

  constructor(parts: DocumentLinksParts) {
    this.#parts = parts;
  }

  async path({ kind, accountId, period, language, conversationId }: DocumentAsked): Promise<string> {
    const { keys, now, newId, minutes } = this.#parts;
    const { id, key } = await keys.current();
    const issuedAt = Math.floor(now() / 1000);
    const token = await new SignJWT({ kind, account: accountId, period, language, conversation: conversationId })
      .setProtectedHeader({ alg: 'HS256', kid: id })
      .setAudience(AUDIENCE)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + minutes * 60)
      .sign(key);
    return `${DOCUMENT_PATH}${NAMES[kind]}?link=${token}`;
  }

  /** What a link is for; null where it is none of ours, has been changed, or is over: nobody is told which. */
  async read(token: string): Promise<DocumentAsked | null> {
    if (token.length > LONGEST_TOKEN) return null;
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#keyOf(kid), {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        currentDate: new Date(this.#parts.now()),
        requiredClaims: ['exp'],
      });
      const { account, conversation, ...rest } = claimsSchema.parse(payload);
      return { ...rest, accountId: account, conversationId: conversation };
    } catch (error) {
      if (!(error instanceof errors.JOSEError) && !(error instanceof z.ZodError)) throw error;
      return null;
    }
  }

  async #keyOf(kid: string | undefined): Promise<CryptoKey> {
    const key = kid ? await this.#parts.keys.byId(kid) : null;
    if (!key) throw new errors.JWKSNoMatchingKey();
    return key;
  }
}

const claimsSchema = z.object({
  kind: z.enum(DOCUMENT_KINDS),
  account: z.string(),
  period: z.string(),
  language: z.enum(['zh-Hans', 'zh-Hant', 'en']),
  conversation: z.string(),
});
