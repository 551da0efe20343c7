import type { IncomingHttpHeaders } from 'node:http';
import { type KeyHolder, whoHoldsKey } from '../../desk/integration/api-keys.ts';
import type { IntegrationParts } from '../../desk/integration/integration-parts.ts';
import { actorOf } from '../../desk/integration/integration-parts.ts';
import type { Admission, Door } from '../door.ts';
import { type Caller, NOBODY, type Route } from '../route.ts';

export interface IntegrationDoorParts {
  readonly parts: Pick<IntegrationParts, 'database' | 'repositories' | 'nerve' | 'now'>;
  readonly callsPerMinute: number;
}

const MINUTE_MS = 60_000;

/** Lets other systems in by their keys: RFC 6750's bearer, in the header field only. Browsers carry none unasked. */
export class IntegrationDoor implements Door {
  readonly #given: IntegrationDoorParts;

  constructor(given: IntegrationDoorParts) {
    this.#given = given;
  }

  async authenticate(headers: IncomingHttpHeaders): Promise<Caller | null> {
    const holder = await this.#holder(headers);
    return holder && callerOf(holder);
  }

  async admit(
    { access }: Pick<Route, 'access'>,
    { headers }: { readonly headers: IncomingHttpHeaders },
  ): Promise<Admission> {
    const holder = await this.#holder(headers);
    if (!holder) return { admitted: false, status: 401, code: 'api_key_invalid' };
    const { nerve } = this.#given.parts;
    const spending = await nerve.spend(`integration:${holder.name}`, this.#given.callsPerMinute, MINUTE_MS);
    if (!spending.allowed) {
      return { admitted: false, status: 429, code: 'rate_limited', retryAfterMs: Math.max(1, spending.retryAfterMs) };
    }
    const may = typeof access === 'object' && 'scope' in access && holder.scopes.includes(access.scope);
    return may ? { admitted: true, caller: callerOf(holder) } : { admitted: false, status: 403, code: 'scope_missing' };
  }

  async #holder({ authorization }: IncomingHttpHeaders): Promise<KeyHolder | null> {
    const key = /^Bearer +([\w-]{1,200})$/i.exec(authorization ?? '')?.[1];
    return key === undefined ? null : whoHoldsKey(this.#given.parts, key);
  }
}

function callerOf(holder: KeyHolder): Caller {
  return {
    staffId: actorOf(holder),
    deskName: holder.name,
    roles: [],
    session: { ...NOBODY.session, key: holder.keyId },
    scopes: holder.scopes,
  };
}
