import { MicrosoftAppCredentials, ServiceClientCredentialsFactory } from 'botframework-connector';
import type { ServiceTokens } from './service-tokens.ts';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/**
 * Credentials for Microsoft's connector clients, on tokens of our own: its factory makes an MSAL client each time, fetches
 * one token per caller, and can't be pointed at another login service than Microsoft's.
 */
export class ServiceCredentials extends ServiceClientCredentialsFactory {
  readonly #appId: string | null;
  readonly #tokens: ServiceTokens | null;

  /** Null where no app id is set: then nothing is authenticated, in or out. */
  constructor(given: { readonly appId: string; readonly tokens: ServiceTokens } | null) {
    super();
    this.#appId = given?.appId ?? null;
    this.#tokens = given?.tokens ?? null;
  }

  override async isValidAppId(appId: string): Promise<boolean> {
    return this.#appId !== null && appId === this.#appId;
  }

  override async isAuthenticationDisabled(): Promise<boolean> {
    return this.#appId === null;
  }

  override async createCredentials(_appId: string, audience: string): Promise<Credentials> {
    const tokens = this.#tokens;
    if (tokens === null) return MicrosoftAppCredentials.Empty;
    return {
      async signRequest(request) {
        request.headers.set('authorization', `Bearer ${await tokens.tokenFor(audience)}`);
        return request;
      },
    };
  }
}
