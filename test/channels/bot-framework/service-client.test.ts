import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';
import { expect } from 'chai';
import { ServiceCallError, serviceClient } from '../../../channels/bot-framework/service-client.ts';
import { type Behaviour, type ConnectorStandIn, startConnectorStandIn } from './support/connector-stand-in.ts';

const NOW = Date.parse('2026-11-24T02:00:00Z');

describe('one call of a channel’s service', () => {
  let connector: ConnectorStandIn;
  before(async () => {
    connector = await startConnectorStandIn();
  });
  after(() => connector.close());

  const send = async (baseUri: string, behaviour?: Behaviour, conversation = 'c') => {
    const { conversations } = new ConnectorClient(MicrosoftAppCredentials.Empty, {
      baseUri,
      httpClient: serviceClient({ timeoutMs: 200, now: () => NOW }),
    });
    if (behaviour) connector.behave(behaviour);
    const before = connector.requests.length;
    const outcome = await conversations.sendToConversation(conversation, { type: 'message', text: 'hello' }).then(
      () => ({ kind: 'delivered' as const }),
      (error: unknown) => {
        if (error instanceof ServiceCallError) return error.outcome;
        throw error;
      },
    );
    return { outcome, requests: connector.requests.length - before };
  };
  const refuse = (status: number, headers = {}): Behaviour => ({ does: 'refuse', status, headers });

  it('tells how it went, and is made once: the SDK’s own tries would count for nothing and double notices', async () => {
    const cases: [Behaviour, unknown][] = [
      [{ does: 'take' }, { kind: 'delivered' }],
      [refuse(429, { 'retry-after': '7' }), { kind: 'failed', reason: 'http_429', retryAfterMs: 7000 }],
      [
        refuse(503, { 'retry-after': new Date(NOW + 90_000).toUTCString() }),
        { kind: 'failed', reason: 'http_503', retryAfterMs: 90_000 },
      ],
      [refuse(429, { 'retry-after': 'soon' }), { kind: 'failed', reason: 'http_429' }],
      [refuse(500), { kind: 'failed', reason: 'http_500' }],
      [refuse(412), { kind: 'failed', reason: 'http_412' }],
      [refuse(401), { kind: 'failed', reason: 'http_401' }],
      [refuse(502), { kind: 'unknown', reason: 'http_502' }],
      [refuse(504), { kind: 'unknown', reason: 'http_504' }],
      [refuse(400), { kind: 'refused', reason: 'http_400' }],
      [refuse(403), { kind: 'refused', reason: 'http_403' }],
      [refuse(404), { kind: 'refused', reason: 'http_404' }],
      [{ does: 'hang' }, { kind: 'unknown', reason: 'timeout' }],
    ];
    for (const [behaviour, outcome] of cases) {
      expect(await send(connector.serviceUrl, behaviour)).to.deep.equal({ outcome, requests: 1 });
    }
    const dropped = await send(connector.serviceUrl, { does: 'take_and_drop' });
    expect(dropped).to.deep.include({ requests: 1 });
    expect(dropped.outcome.kind).to.equal('unknown');
  });

  it('reaches conversations whose ids are of any script', async () => {
    const { outcome } = await send(connector.serviceUrl, undefined, '群聊/a\ufffdb 💡?#');
    expect(outcome).to.deep.equal({ kind: 'delivered' });
    expect(connector.taken.at(-1)?.path).to.equal(
      `/v3/conversations/${encodeURIComponent('群聊/a\ufffdb 💡?#')}/activities`,
    );
  });

  it('follows no redirect, for that may lead anywhere', async () => {
    const elsewhere = await startConnectorStandIn();
    const sent = await send(connector.serviceUrl, refuse(307, { location: elsewhere.serviceUrl }));
    expect(sent.outcome).to.deep.equal({ kind: 'refused', reason: 'http_307' });
    expect(elsewhere.requests).to.have.length(0);
    await elsewhere.close();
  });

  it('knows that nothing was sent where nobody listens', async () => {
    const gone = await startConnectorStandIn();
    await gone.close();
    const { outcome } = await send(gone.serviceUrl);
    expect(outcome).to.deep.equal({ kind: 'failed', reason: 'ECONNREFUSED' });
    expect((await send('http://no-such-host.invalid/')).outcome.kind).to.equal('failed');
  });
});
