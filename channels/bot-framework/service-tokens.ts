import { z } from 'zod';

export interface ServiceTokensSettings {
  readonly appId: string;
  readonly password: string;
  /** `<login>/<tenant>`. */
  readonly authority: string;
}

/** No token was to be had: nothing has been sent. */
export class ServiceTokenError extends Error {
  readonly code: 'token_unreachable' | 'token_refused';
  constructor(code: ServiceTokenError['code'], options?: ErrorOptions & { status?: number }) {
    super(
      code === 'token_refused' ? `the login service answered ${options?.status}` : 'the login service is away',
      options,
    );
    this.name = 'ServiceTokenError';
    this.code = code;
  }
}

const FETCH_MS = 10_000;
/** A token is renewed this long before its end. */
const EARLY_MS = 300_000;
const tokenSchema = z.object({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() });

/**
 * Access tokens for channels' services (OAuth 2.0 client credentials, RFC 6749 section 4.4). Kept until shortly before
 * they end; of any number who need one at once, one fetches it.
 */
export class ServiceTokens {
  readonly #settings: ServiceTokensSettings;
  readonly #now: () => number;
  readonly #kept = new Map<string, { token: string; until: number }>();
  readonly #fetching = new Map<string, Promise<string>>();

  constructor(settings: ServiceTokensSettings, now: () => number) {
    this.#settings = settings;
    this.#now = now;
  }

  /** Rejects with ServiceTokenError. */
  async tokenFor(audience: string): Promise<string> {
    const kept = this.#kept.get(audience);
    if (kept && kept.until > this.#now()) return kept.token;
    const fetching = this.#fetching.get(audience) ?? this.#fetch(audience);
    this.#fetching.set(audience, fetching);
    return fetching.finally(() => this.#fetching.delete(audience));
  }

  /** The service would not have it any more. */
  forget(audience: string): void {
    this.#kept.delete(audience);
  }

  async #fetch(audience: string): Promise<string> {
    const begun = this.#now();
    const given = tokenSchema.safeParse(await this.#ask(audience));
    if (!given.success) throw new ServiceTokenError('token_refused', { status: 200, cause: given.error });
    const { access_token: token, expires_in: seconds } = given.data;
    const lasts = seconds * 1000;
    this.#kept.set(audience, { token, until: begun + Math.max(lasts - EARLY_MS, lasts / 2) });
    return token;
  }

  async #ask(audience: string): Promise<unknown> {
    const { appId, password, authority } = this.#settings;
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: appId,
      client_secret: password,
      scope: `${audience}/.default`,
    });
    let response: Response;
    try {
      response = await fetch(`${authority}/oauth2/v2.0/token`, {
        method: 'POST',
        body,
        redirect: 'error',
        signal: AbortSignal.timeout(FETCH_MS),
      });
    } catch (cause) {
      throw new ServiceTokenError('token_unreachable', { cause });
    }
    if (response.status >= 500) throw new ServiceTokenError('token_unreachable');
    if (!response.ok) throw new ServiceTokenError('token_refused', { status: response.status });
    return response.json().catch((cause: unknown) => {
      throw new ServiceTokenError('token_unreachable', { cause });
    });
  }
}
