import type { Activity } from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  type ClaimsIdentity,
  type ConnectorClient,
  ConnectorFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { LruMap } from '../directline/lru-map.ts';

const MOST_KEPT = 200;

/**
 * Microsoft's authentication with its clients kept: it builds Azure's whole HTTP pipeline for each new client, which costs
 * more than a turn. What an authentication came to is never kept: every request is verified anew.
 */
export class CachingAuthentication extends BotFrameworkAuthentication {
  readonly #inner: BotFrameworkAuthentication;
  readonly #factories = new LruMap<string, ConnectorFactory>(MOST_KEPT);
  readonly #tokenClients = new LruMap<string, Promise<UserTokenClient>>(MOST_KEPT);

  constructor(inner: BotFrameworkAuthentication) {
    super();
    this.#inner = inner;
  }

  override async authenticateRequest(activity: Activity, authHeader: string): Promise<AuthenticateRequestResult> {
    const result = await this.#inner.authenticateRequest(activity, authHeader);
    return { ...result, connectorFactory: this.createConnectorFactory(result.claimsIdentity) };
  }

  override authenticateStreamingRequest(authHeader: string, channelId: string): Promise<AuthenticateRequestResult> {
    return this.#inner.authenticateStreamingRequest(authHeader, channelId);
  }

  override authenticateChannelRequest(authHeader: string): Promise<ClaimsIdentity> {
    return this.#inner.authenticateChannelRequest(authHeader);
  }

  override createConnectorFactory(identity: ClaimsIdentity): ConnectorFactory {
    const app = appOf(identity);
    const known = this.#factories.get(app);
    if (known) return known;
    const factory = new CachingConnectorFactory(this.#inner.createConnectorFactory(identity));
    this.#factories.set(app, factory);
    return factory;
  }

  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    return kept(this.#tokenClients, appOf(identity), () => this.#inner.createUserTokenClient(identity));
  }
}

class CachingConnectorFactory extends ConnectorFactory {
  readonly #inner: ConnectorFactory;
  readonly #clients = new LruMap<string, Promise<ConnectorClient>>(MOST_KEPT);

  constructor(inner: ConnectorFactory) {
    super();
    this.#inner = inner;
  }

  override create(serviceUrl: string, audience?: string): Promise<ConnectorClient> {
    return kept(this.#clients, `${audience ?? ''} ${serviceUrl}`, () =>
      this.#inner.create(serviceUrl, audience as string),
    );
  }
}

/** One that could not be made is not kept. */
function kept<T>(known: LruMap<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const before = known.get(key);
  if (before) return before;
  const made = make().catch((error: unknown) => {
    known.delete(key);
    throw error;
  });
  known.set(key, made);
  return made;
}

/** The app that a client acts for: for channels' tokens it is the audience. */
function appOf(identity: ClaimsIdentity): string {
  return (
    identity.getClaimValue(AuthenticationConstants.AudienceClaim) ??
    identity.getClaimValue(AuthenticationConstants.AppIdClaim) ??
    ''
  );
}
