/** Answers to browsers on other sites' pages, which are let in by origin. */
export interface Cors {
  /** Header fields for an answer to a page of this origin; null where it may not read it. */
  fieldsFor(origin: string): Readonly<Record<string, string>> | null;
  /** Header fields for a preflight's answer. */
  preflightFor(origin: string): Readonly<Record<string, string>> | null;
}

const ALLOWED_HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';
const EXPOSED_HEADERS = 'retry-after, x-request-id';

/** `origins`: as browsers spell them (https://www.example.com), or `*` for all. */
export function cors(origins: readonly string[]): Cors {
  const all = origins.includes('*');
  const allowed = new Set(origins);
  const fieldsFor = (origin: string) =>
    all || allowed.has(origin)
      ? {
          'access-control-allow-origin': origin,
          // getsessionid is asked for with credentials; nothing here reads a cookie, so that nothing is given away.
          'access-control-allow-credentials': 'true',
          'access-control-expose-headers': EXPOSED_HEADERS,
          vary: 'Origin',
        }
      : null;
  return {
    fieldsFor,
    preflightFor(origin) {
      const fields = fieldsFor(origin);
      return fields
        ? {
            ...fields,
            'access-control-allow-methods': 'GET, POST, OPTIONS',
            'access-control-allow-headers': ALLOWED_HEADERS,
            'access-control-max-age': '7200',
          }
        : null;
    },
  };
}
