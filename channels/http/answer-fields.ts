import type { IncomingMessage } from 'node:http';
import type { Cors } from './cors.ts';

/** What other sites' pages call: Direct Line and the widget's session. */
const OPEN_PATHS = ['/v3/directline/', '/api/widget/'];

/** On every answer; pages stand theirs before these. */
export const SAFE_FIELDS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
} as const;

/** The header fields that an answer has whatever it is. */
export class AnswerFields {
  readonly #cors: Cors;
  readonly #always: Readonly<Record<string, string>>;

  constructor({ cors, publicUrl }: { readonly cors: Cors; readonly publicUrl: string | null }) {
    const https = publicUrl?.startsWith('https:') ?? false;
    this.#cors = cors;
    this.#always = { ...SAFE_FIELDS, ...(https ? { 'strict-transport-security': 'max-age=31536000' } : {}) };
  }

  of({ url, headers: { origin } }: IncomingMessage): Readonly<Record<string, string>> {
    const open = origin && isOpen(url) ? this.#cors.fieldsFor(origin) : null;
    return open ? { ...this.#always, ...open } : this.#always;
  }

  /** Beside the others, on the answer to a browser's question whether it may ask. */
  ofPreflight({ url, headers: { origin } }: IncomingMessage): Readonly<Record<string, string>> {
    return (origin && isOpen(url) ? this.#cors.preflightFor(origin) : null) ?? {};
  }
}

function isOpen(url: string | undefined): boolean {
  return OPEN_PATHS.some((path) => url?.startsWith(path));
}
