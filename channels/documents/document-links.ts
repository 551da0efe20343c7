import { errors, jwtVerify, SignJWT } from 'jose';
import { z } from 'zod';
import { DOCUMENT_KINDS, type DocumentAsked, MOST_SKETCHED, type SketchAsked } from '../../dialogs/links.ts';
import type { SigningKeys } from '../directline/signing-keys.ts';

export const DOCUMENT_PATH = '/documents/';
/** For whoever saves it; what counts is the query, which no log has. */
const NAMES = { pdf: 'bill.pdf', image: 'bill.png', usage: 'usage.png', places: 'places.png' } as const;
const AUDIENCE = 'document';
const LONGEST_TOKEN = 2048;

export interface DocumentLinksParts {
  readonly keys: SigningKeys;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly minutes: number;
}

/** What a link may be for. */
export type LinkedDocument = DocumentAsked | SketchAsked;

/** Paths of documents. What may be seen, and until when, stands in them, signed by HS256 with a shared key of the table signing_key. */
export class DocumentLinks {
  readonly #parts: DocumentLinksParts;

  constructor(parts: DocumentLinksParts) {
    this.#parts = parts;
  }

  async path(asked: LinkedDocument): Promise<string> {
    const { keys, now, newId, minutes } = this.#parts;
    const { id, key } = await keys.current();
    const issuedAt = Math.floor(now() / 1000);
    const token = await new SignJWT(claimsOf(asked))
      .setProtectedHeader({ alg: 'HS256', kid: id })
      .setAudience(AUDIENCE)
      .setJti(newId())
      .setIssuedAt(issuedAt)
      .setExpirationTime(issuedAt + minutes * 60)
      .sign(key);
    return `${DOCUMENT_PATH}${NAMES[asked.kind]}?link=${token}`;
  }

  /** What a link is for; null where it is none of ours, has been changed, or is over: nobody is told which. */
  async read(token: string): Promise<LinkedDocument | null> {
    if (token.length > LONGEST_TOKEN) return null;
    try {
      const { payload } = await jwtVerify(token, ({ kid }) => this.#keyOf(kid), {
        algorithms: ['HS256'],
        audience: AUDIENCE,
        currentDate: new Date(this.#parts.now()),
        requiredClaims: ['exp'],
      });
      return askedIn(claimsSchema.parse(payload));
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

function claimsOf(asked: LinkedDocument): Claims {
  const { language, conversationId: conversation } = asked;
  if (asked.kind === 'places') {
    const points = asked.points.map(({ north, east }): [number, number] => [north, east]);
    return { kind: 'places', points, here: asked.isHere, language, conversation };
  }
  return { kind: asked.kind, account: asked.accountId, period: asked.period, language, conversation };
}

function askedIn(claims: Claims): LinkedDocument {
  const { language, conversation: conversationId } = claims;
  if (claims.kind === 'places') {
    const points = claims.points.map(([north, east]) => ({ north, east }));
    return { kind: 'places', points, isHere: claims.here, language, conversationId };
  }
  return { kind: claims.kind, accountId: claims.account, period: claims.period, language, conversationId };
}

/** Farther no place is sketched: half round the earth. */
const FARTHEST_METRES = 20_100_000;
const metres = z.number().int().min(-FARTHEST_METRES).max(FARTHEST_METRES);
const toWhom = { language: z.enum(['zh-Hans', 'zh-Hant', 'en']), conversation: z.string() };
const claimsSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.enum(DOCUMENT_KINDS), account: z.string(), period: z.string(), ...toWhom }),
  z.object({
    kind: z.literal('places'),
    points: z
      .array(z.tuple([metres, metres]))
      .min(1)
      .max(MOST_SKETCHED),
    here: z.boolean(),
    ...toWhom,
  }),
]);
type Claims = z.infer<typeof claimsSchema>;
