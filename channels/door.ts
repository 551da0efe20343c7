import type { IncomingHttpHeaders } from 'node:http';
import type { Caller, Route } from './route.ts';

export type Admission =
  | { readonly admitted: true; readonly caller: Caller }
  | {
      readonly admitted: false;
      readonly status: 401 | 403 | 429;
      readonly code:
        | 'not_signed_in'
        | 'origin_not_allowed'
        | 'csrf_failed'
        | 'role_missing'
        | 'account_unfinished'
        | 'proof_required'
        | 'api_key_invalid'
        | 'scope_missing'
        | 'rate_limited';
      readonly retryAfterMs?: number;
    };

/** What every call of our own API passes before its route sees it. */
export interface Door {
  /** Null where nobody is signed in. */
  authenticate(headers: IncomingHttpHeaders): Promise<Caller | null>;
  /** Origin, sign-in, CSRF token and role at once, before anything of the body is looked at. */
  admit(
    route: Pick<Route, 'access' | 'unfinished' | 'fresh'>,
    request: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  ): Promise<Admission>;
}
