import type { z } from 'zod';
import type { SignedIn } from '../desk/accounts/staff-sessions.ts';
import type { Role } from '../web/protocol/desk/staff.ts';
import type { ApiScope } from '../web/protocol/integration.ts';
import type { Refusal } from './http/http-answer.ts';

/** Who is calling our own API, as its door has found out. */
export interface Caller {
  readonly staffId: string;
  readonly deskName: string;
  readonly roles: readonly Role[];
  /** Names the sign-in (never the cookie's own token), and the token that every change must carry. */
  readonly session: SignedIn['session'];
  /** What another system's key lets it do; absent where people call. */
  readonly scopes?: readonly ApiScope[];
}

/** The caller of a public route. */
export const NOBODY: Caller = {
  staffId: '',
  deskName: '',
  roles: [],
  session: { key: '', csrf: '', id: '', method: 'password', pending: [], fresh: false },
};

export interface RouteRequest<P, Q, B, H = unknown> {
  readonly params: P;
  readonly query: Q;
  readonly body: B;
  readonly headers: H;
  /** NOBODY on a public route. */
  readonly caller: Caller;
  /** The client's address, as far as proxies that are trusted tell it. */
  readonly address: string;
  /** Where the caller reaches us, without a slash at the end. */
  readonly baseUrl: string;
  /** What the browser says of itself, and the cookies that it holds. */
  readonly browser: { readonly userAgent?: string | undefined; readonly cookie?: string | undefined };
  /** For error words, from Accept-Language. */
  readonly language: 'zh-Hans' | 'en';
}

/** What a route answers: a body of its schema, or an error with a stable code. */
export type RouteAnswer<A> = (
  | { readonly status: 200 | 201; readonly body: A }
  | { readonly status: 204 }
  | ({ readonly status: 401 | 403 | 404 | 409 | 412 | 422 | 428 | 429 } & Pick<Refusal, 'code' | 'field' | 'named'>)
) & {
  /** Headers beside those of every answer, for example `set-cookie` or `retry-after`. */
  readonly headers?: Readonly<Record<string, string>>;
};

/** One operation of our own API, described once: it validates, it is documented (OpenAPI) and it is fuzzed from this. */
export interface Route<P = unknown, Q = unknown, B = unknown, A = unknown, H = unknown> {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** With parameters in braces: /api/desk/sessions/{id}. */
  readonly path: string;
  readonly summary: string;
  /** Roles of which the caller needs one; `anyone` signed in; `public` needs no sign-in; another system needs a scope. */
  readonly access: readonly Role[] | 'anyone' | 'public' | { readonly scope: ApiScope };
  /** Whoever has yet to set a password of their own or a second factor may call it too. */
  readonly unfinished?: true;
  /** The gravest acts: only for a while after the caller has shown who they are. */
  readonly fresh?: true;
  readonly params?: z.ZodType<P>;
  readonly query?: z.ZodType<Q>;
  readonly body?: z.ZodType<B>;
  /** Header fields that it reads, by their names in small letters. */
  readonly headers?: z.ZodType<H>;
  readonly answer?: z.ZodType<A>;
  /** What a good answer with a body has as its status; 200 where absent. */
  readonly statuses?: readonly (200 | 201)[];
  readonly handle: (request: RouteRequest<P, Q, B, H>) => Promise<RouteAnswer<A>>;
}

/** Keeps a route's own types while it stands in a list of routes. */
export function route<P, Q, B, A, H>(definition: Route<P, Q, B, A, H>): Route {
  return definition as unknown as Route;
}
