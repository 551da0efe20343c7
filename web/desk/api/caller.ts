import type { ZodType } from 'zod';
import { apiErrorSchema } from '../../protocol/error.ts';
import type { Result } from './failure.ts';

export interface CallerOptions {
  /** Where the desk's API stands, ending in a slash. */
  readonly base: string;
  readonly fetch: typeof globalThis.fetch;
  /** The token of whoever is signed in, for the header `x-csrf-token`. */
  readonly csrf: () => string | null;
  /** BCP 47 tag for the words of errors. */
  readonly language: () => string;
  /** Called on any 401. */
  readonly onSignedOut: () => void;
}

export interface Caller {
  get<T>(path: string, schema: ZodType<T>): Promise<Result<T>>;
  /** Anything that changes something; `body` goes as JSON where it is given. */
  send<T>(call: Change<T>): Promise<Result<T>>;
}

export interface Change<T> {
  readonly method: 'POST' | 'PUT' | 'DELETE';
  readonly path: string;
  readonly body?: unknown;
  readonly schema: ZodType<T>;
}

/** No answer within this many milliseconds counts as no connection. */
const PATIENCE = 20_000;

/** The one door to the server: every answer is parsed, every failure is a value. */
export function createCaller(options: CallerOptions): Caller {
  async function call<T>(path: string, init: RequestInit, schema: ZodType<T>): Promise<Result<T>> {
    const response = await options
      .fetch(options.base + path, { ...init, credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE) })
      .catch(() => null);
    if (response === null) return { ok: false, failure: { kind: 'network' } };
    const body = await readJson(response);
    if (body === UNREADABLE) return { ok: false, failure: { kind: response.ok ? 'unreadable' : 'network' } };
    if (!response.ok) {
      if (response.status === 401) options.onSignedOut();
      return { ok: false, failure: refusal(response.status, body) };
    }
    const parsed = schema.safeParse(body);
    return parsed.success ? { ok: true, value: parsed.data } : { ok: false, failure: { kind: 'unreadable' } };
  }

  return {
    get: (path, schema) =>
      call(path, { headers: { accept: 'application/json', 'accept-language': options.language() } }, schema),
    send: ({ method, path, body, schema }) =>
      call(
        path,
        {
          method,
          headers: {
            accept: 'application/json',
            'accept-language': options.language(),
            'x-csrf-token': options.csrf() ?? '',
            ...(body === undefined ? {} : { 'content-type': 'application/json' }),
          },
          ...(body === undefined ? {} : { body: JSON.stringify(body) }),
        },
        schema,
      ),
  };
}

const UNREADABLE = Symbol('unreadable');

async function readJson(response: Response): Promise<unknown> {
  try {
    const text = await response.text();
    return text === '' ? undefined : JSON.parse(text);
  } catch {
    // A proxy's page of HTML, or a body cut short.
    return UNREADABLE;
  }
}

function refusal(status: number, body: unknown) {
  const parsed = apiErrorSchema.safeParse(body);
  const error = parsed.success ? parsed.data.error : { code: `http_${status}`, message: '', field: undefined };
  return {
    kind: 'refused',
    status,
    code: error.code,
    message: error.message,
    field: error.field ?? null,
  } as const;
}
