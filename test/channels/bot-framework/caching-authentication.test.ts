import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  BotFrameworkAuthentication,
  ClaimsIdentity,
  ConnectorClient,
  ConnectorFactory,
  MicrosoftAppCredentials,
  type UserTokenClient,
} from 'botframework-connector';
import { expect } from 'chai';
import { CachingAuthentication } from '../../../channels/bot-framework/caching-authentication.ts';

const IDENTITY = new ClaimsIdentity([{ type: AuthenticationConstants.AudienceClaim, value: 'app' }], true);

/** Counts what it is asked to do. */
class Counted extends BotFrameworkAuthentication {
  verified = 0;
  clients = 0;
  fails = false;

  override async authenticateRequest(): Promise<AuthenticateRequestResult> {
    this.verified += 1;
    return { audience: 'a', claimsIdentity: IDENTITY, connectorFactory: this.createConnectorFactory() };
  }
  override authenticateStreamingRequest(): Promise<AuthenticateRequestResult> {
    return this.authenticateRequest();
  }
  override createConnectorFactory(): ConnectorFactory {
    const create = async (baseUri: string) => {
      this.clients += 1;
      if (this.fails) throw new Error('no client');
      return new ConnectorClient(MicrosoftAppCredentials.Empty, { baseUri });
    };
    return new (class extends ConnectorFactory {
      override create = create;
    })();
  }
  override async createUserTokenClient(): Promise<UserTokenClient> {
    throw new Error('not asked for');
  }
}

describe('authentication with its clients kept', () => {
  const activity = {} as Parameters<CachingAuthentication['authenticateRequest']>[0];

  it('verifies every request, and makes one client for a service', async () => {
    const inner = new Counted();
    const authentication = new CachingAuthentication(inner);
    const clients = new Set<unknown>();
    for (let request = 0; request < 10; request += 1) {
      const { connectorFactory } = await authentication.authenticateRequest(activity, 'Bearer x');
      clients.add(await connectorFactory?.create('https://a.example/', 'a'));
    }
    expect(inner.verified).to.equal(10);
    expect(inner.clients).to.equal(1);
    expect(clients.size).to.equal(1);
    const factory = authentication.createConnectorFactory(IDENTITY);
    await Promise.all([factory.create('https://b.example/', 'a'), factory.create('https://b.example/', 'a')]);
    await factory.create('https://b.example/', 'another audience');
    expect(inner.clients).to.equal(3);
  });

  it('does not keep a client that could not be made', async () => {
    const inner = new Counted();
    const factory = new CachingAuthentication(inner).createConnectorFactory(IDENTITY);
    inner.fails = true;
    const failed = await factory.create('https://a.example/', 'a').catch((error: Error) => error.message);
    expect(failed).to.equal('no client');
    inner.fails = false;
    expect(await factory.create('https://a.example/', 'a')).to.be.instanceOf(ConnectorClient);
  });

  it('keeps the clients of two hundred services and no more', async () => {
    const inner = new Counted();
    const factory = new CachingAuthentication(inner).createConnectorFactory(IDENTITY);
    for (let index = 0; index < 201; index += 1) await factory.create(`https://s${index}.example/`, 'a');
    await factory.create('https://s200.example/', 'a');
    expect(inner.clients).to.equal(201);
    await factory.create('https://s0.example/', 'a');
    expect(inner.clients).to.equal(202);
  });
});
