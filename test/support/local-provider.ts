import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exportJWK, generateKeyPair } from 'jose';
import Provider, { type Configuration } from 'oidc-provider';

export const CLIENT = { clientId: 'switchboard', clientSecret: 'a secret of the client, for tests only' };

/** Somebody whom the provider knows. */
export interface ProviderPerson {
  readonly sub: string;
  readonly claims: Readonly<Record<string, unknown>>;
}

/** A real provider of OpenID Connect on this machine. Whoever `person` names signs in at once, without a page. */
export class LocalProvider {
  person: ProviderPerson = { sub: 'nobody', claims: {} };
  /** How often somebody has signed in with the provider itself. */
  asked = 0;
  readonly issuer: string;
  readonly #server: Server;
  #handle: (request: IncomingMessage, response: ServerResponse) => void = (_request, response) => {
    response.statusCode = 503;
    response.end();
  };

  private constructor(server: Server) {
    this.#server = server;
    this.issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  /** Listens, and answers 503 until it is told who its client is. */
  static async listen(): Promise<LocalProvider> {
    const server = createServer((request, response) => local.#handle(request, response));
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const local = new LocalProvider(server);
    return local;
  }

  /** Begins to serve the desk at this address. */
  async serve(desk: string): Promise<void> {
    const provider = new Provider(this.issuer, await this.#configuration(desk));
    const callback = provider.callback();
    this.#handle = (request, response) => {
      if (!request.url?.startsWith('/interaction/')) return void callback(request, response);
      this.asked += 1;
      void provider.interactionFinished(request, response, { login: { accountId: this.person.sub } });
    };
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #configuration(desk: string): Promise<Configuration> {
    const { privateKey } = await generateKeyPair('RS256', { extractable: true });
    return {
      clients: [
        {
          client_id: CLIENT.clientId,
          client_secret: CLIENT.clientSecret,
          redirect_uris: [`${desk}/api/desk/provider/callback`],
          post_logout_redirect_uris: [`${desk}/desk/`],
        },
      ],
      jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig' }] },
      ttl: { Interaction: 600, Grant: 600, Session: 600, AccessToken: 600, IdToken: 600 },
      cookies: { keys: ['a key of the tests'] },
      scopes: ['openid', 'profile', 'groups'],
      claims: { openid: ['sub'], profile: ['name', 'preferred_username'], groups: ['groups'] },
      features: { devInteractions: { enabled: false }, rpInitiatedLogout: { enabled: true } },
      interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
      findAccount: async (_context, sub) => ({
        accountId: sub,
        claims: async () => ({ sub, ...this.person.claims }),
      }),
      loadExistingGrant: async ({ oidc }) => {
        const grant = new oidc.provider.Grant({
          accountId: oidc.session?.accountId ?? '',
          clientId: oidc.client?.clientId ?? '',
        });
        grant.addOIDCScope('openid profile groups');
        await grant.save();
        return grant;
      },
    };
  }
}
