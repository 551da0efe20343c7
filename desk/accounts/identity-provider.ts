import {
  allowInsecureRequests,
  authorizationCodeGrant,
  buildAuthorizationUrl,
  buildEndSessionUrl,
  type Configuration,
  calculatePKCECodeChallenge,
  discovery,
  enableNonRepudiationChecks,
  fetchUserInfo,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
} from 'openid-client';

export interface ProviderSettings {
  /** What the button says. */
  readonly name: string;
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly scopes: string;
}

export interface StartedFlow {
  /** Where the browser goes. */
  readonly url: string;
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

export interface FinishedFlow extends Omit<StartedFlow, 'url'> {
  /** Where the browser came back to, with all that the provider has put into it. */
  readonly currentUrl: URL;
  readonly again: boolean;
}

/** What the provider says of somebody, ID token and user info together. */
export type ProviderClaims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

const FIRST_WAIT_MS = 1000;
const LONGEST_WAIT_MS = 60_000;
const PATIENCE_S = 5;
/** How long ago the provider may have asked, where it had to ask anew. */
const ASKED_WITHIN_S = 60;

/** A provider of OpenID Connect: authorization code with PKCE, state and nonce; ID tokens by their signature too. */
export class IdentityProvider {
  readonly settings: ProviderSettings;
  readonly #failed: (error: unknown) => void;
  #known: Configuration | null = null;
  #asking: Promise<Configuration> | null = null;
  #timer: NodeJS.Timeout | undefined;
  #stopped = false;

  /** `failed` is told where the provider could not be asked what it is; it is asked again. */
  constructor(settings: ProviderSettings, failed: (error: unknown) => void) {
    this.settings = settings;
    this.#failed = failed;
  }

  /** Asks the provider what it is, until it has answered: that it is away must keep nobody from the desk. */
  start(waitMs = FIRST_WAIT_MS): void {
    this.#discovered().catch((error: unknown) => {
      this.#failed(error);
      if (this.#stopped) return;
      this.#timer = setTimeout(() => this.start(Math.min(LONGEST_WAIT_MS, waitMs * 2)), waitMs).unref();
    });
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
  }

  /** Begins a sign-in; with `again` the provider has to ask who it is though it knows. Null where the provider is away. */
  async begin({ redirectUri, again }: { redirectUri: string; again: boolean }): Promise<StartedFlow | null> {
    const configuration = await this.#discovered().catch((error: unknown) => this.#away(error));
    if (!configuration) return null;
    const [state, nonce, verifier] = [randomState(), randomNonce(), randomPKCECodeVerifier()];
    const url = buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.settings.scopes,
      state,
      nonce,
      code_challenge: await calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      ...(again ? { prompt: 'login', max_age: '0' } : {}),
    });
    return { url: url.href, state, nonce, verifier };
  }

  /** What the provider says of whoever came back; null where it says nothing that holds. */
  async finish({ currentUrl, state, nonce, verifier, again }: FinishedFlow): Promise<ProviderClaims | null> {
    try {
      const configuration = await this.#discovered();
      const tokens = await authorizationCodeGrant(configuration, currentUrl, {
        expectedState: state,
        expectedNonce: nonce,
        pkceCodeVerifier: verifier,
        idTokenExpected: true,
        ...(again ? { maxAge: ASKED_WITHIN_S } : {}),
      });
      const claims = tokens.claims();
      if (!claims) return null;
      const asksMore = configuration.serverMetadata().userinfo_endpoint !== undefined;
      const more = asksMore ? await fetchUserInfo(configuration, tokens.access_token, claims.sub) : {};
      return { ...more, ...claims };
    } catch (error) {
      return this.#away(error);
    }
  }

  /** Where a browser goes to be signed out with the provider too; null where it offers nothing of the kind. */
  signOutUrl(backTo: string): string | null {
    if (this.#known?.serverMetadata().end_session_endpoint === undefined) return null;
    return buildEndSessionUrl(this.#known, { post_logout_redirect_uri: backTo }).href;
  }

  #away(error: unknown): null {
    this.#failed(error);
    return null;
  }

  async #discovered(): Promise<Configuration> {
    if (this.#known) return this.#known;
    const { issuer, clientId, clientSecret } = this.settings;
    const insecure = issuer.startsWith('http:') ? [allowInsecureRequests] : [];
    this.#asking ??= discovery(new URL(issuer), clientId, clientSecret, undefined, {
      timeout: PATIENCE_S,
      execute: [enableNonRepudiationChecks, ...insecure],
    }).finally(() => {
      this.#asking = null;
    });
    this.#known = await this.#asking;
    return this.#known;
  }
}
