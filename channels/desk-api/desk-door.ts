import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Admission, Door } from '../door.ts';
import { type Caller, NOBODY, type Route } from '../route.ts';
import type { DeskCookie } from './desk-cookie.ts';

export interface DeskDoorParts {
  readonly cookie: DeskCookie;
  /** Where the world reaches us, or null where the Host header tells. */
  readonly publicUrl: string | null;
  readonly whoHolds: (token: string) => Promise<Caller | null>;
}

/** Lets staff in by their cookie, and changes only from our own pages: by origin and by the sign-in's own token. */
export class DeskDoor implements Door {
  readonly #parts: DeskDoorParts;

  constructor(parts: DeskDoorParts) {
    this.#parts = parts;
  }

  async authenticate(headers: IncomingHttpHeaders): Promise<Caller | null> {
    const token = this.#parts.cookie.read(headers.cookie);
    return token === null ? null : this.#parts.whoHolds(token);
  }

  async admit(
    { access, unfinished, fresh }: Pick<Route, 'access' | 'unfinished' | 'fresh'>,
    { method = 'GET', headers }: { readonly method?: string | undefined; readonly headers: IncomingHttpHeaders },
  ): Promise<Admission> {
    const changes = !SAFE_METHODS.has(method.toUpperCase());
    if (changes && !this.#isFromOurPages(headers)) return refused(403, 'origin_not_allowed');
    if (access === 'public') return { admitted: true, caller: NOBODY };
    const caller = await this.authenticate(headers);
    if (!caller) return refused(401, 'not_signed_in');
    if (changes && !sameText(headers['x-csrf-token'], caller.session.csrf)) return refused(403, 'csrf_failed');
    // A scope is another system's to have.
    if (typeof access === 'object' && 'scope' in access) return refused(403, 'scope_missing');
    const holds = access === 'anyone' || caller.roles.some((role) => access.includes(role));
    if (!holds) return refused(403, 'role_missing');
    if (caller.session.pending.length > 0 && !unfinished) return refused(403, 'account_unfinished');
    return fresh && !caller.session.fresh ? refused(403, 'proof_required') : { admitted: true, caller };
  }

  /** Browsers tell where a change comes from; what tells nothing is no browser, and carries no cookie unasked. */
  #isFromOurPages(headers: IncomingHttpHeaders): boolean {
    const site = headers['sec-fetch-site'];
    if (site !== undefined && site !== 'same-origin') return false;
    const { origin } = headers;
    if (origin === undefined) return true;
    const { publicUrl } = this.#parts;
    return publicUrl === null
      ? URL.parse(origin)?.host === headers.host
      : URL.parse(origin)?.origin === URL.parse(publicUrl)?.origin;
  }
}

const SAFE_METHODS: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

function refused(
  status: 401 | 403,
  code: Extract<Admission, { admitted: false }>['code'],
): Extract<Admission, { admitted: false }> {
  return { admitted: false, status, code };
}

/** In a time that does not depend on where they differ. */
function sameText(given: string | string[] | undefined, wanted: string): boolean {
  return typeof given === 'string' && timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
