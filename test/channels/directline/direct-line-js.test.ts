import { ConnectionStatus, DirectLine } from 'botframework-directlinejs';
import { expect } from 'chai';
import { stub } from 'sinon';
import { WebSocket } from 'ws';
import { call } from '../support/direct-line-caller.ts';
import { type EchoService, SECRET, startEchoService } from '../support/echo-service.ts';
import { PNG } from '../support/files.ts';
import { FetchedXmlHttpRequest } from '../support/xml-http-request.ts';

const QUARTER_MS = 15 * 60 * 1000;

/** The client that Web Chat bundles, on the real service: what it makes of our answers is what counts. */
describe('botframework-directlinejs on our Direct Line', () => {
  const globals = globalThis as { XMLHttpRequest?: unknown };
  let service: EchoService;
  let clients: Client[];

  before(async () => {
    globals.XMLHttpRequest = FetchedXmlHttpRequest;
    service = await startEchoService();
  });
  after(async () => {
    await service.close();
    delete globals.XMLHttpRequest;
  });
  beforeEach(() => {
    clients = [];
  });
  afterEach(() => {
    for (const client of clients) client.line.end();
  });

  async function connect(options: { webSocket?: boolean } = {}): Promise<Client> {
    const generated = await call(`${service.base}/v3/directline/tokens/generate`, {
      method: 'POST',
      token: SECRET,
      json: { user: { id: 'dl_zhang' } },
    });
    const client = new Client(service.base, { token: generated.body.token, ...options });
    clients.push(client);
    return client;
  }

  it('starts a conversation and goes online', async () => {
    const client = await connect();
    await client.untilStatus(ConnectionStatus.Online);
    expect(client.statuses).to.deep.equal([
      ConnectionStatus.Uninitialized,
      ConnectionStatus.Connecting,
      ConnectionStatus.Online,
    ]);
  });

  it('sends, sees its own message with its channel data, and receives the answer', async () => {
    const client = await connect();
    const id = await client.say('停电了');
    await client.untilTexts(2);
    const [own, answer] = client.activities;
    expect(own).to.include({ id, text: '停电了', type: 'message' });
    expect(own?.channelData).to.have.property('clientActivityID', 'client-停电了');
    expect(own?.from).to.include({ id: 'dl_zhang', role: 'user' });
    expect(answer).to.include({ text: 'You said: 停电了' });
    expect(answer?.from).to.include({ role: 'bot' });
  });

  it('cannot speak as somebody else', async () => {
    const client = await connect();
    await client.post({ type: 'message', text: 'hello', from: { id: 'somebody-else' } });
    await client.untilTexts(1);
    expect(client.activities[0]?.from.id).to.equal('dl_zhang');
  });

  it('resumes after its socket is dropped: nothing lost, nothing twice', async () => {
    const client = await connect();
    await client.say('one');
    await client.untilTexts(2);
    client.dropSocket();
    await client.say('two');
    await client.untilTexts(4);
    client.dropSocket();
    await client.untilSockets(3);
    await client.say('three');
    await client.untilTexts(6);
    expect(client.texts).to.deep.equal(['one', 'You said: one', 'two', 'You said: two', 'three', 'You said: three']);
  });

  it('polls where there is no socket', async () => {
    const client = await connect({ webSocket: false });
    await client.say('by polling');
    await client.untilTexts(2);
    expect(client.texts).to.deep.equal(['by polling', 'You said: by polling']);
    expect(client.sockets).to.have.length(0);
  });

  it('sends a file and sees it in the conversation', async () => {
    const client = await connect();
    await client.untilStatus(ConnectionStatus.Online);
    const url = URL.createObjectURL(new Blob([PNG], { type: 'image/png' }));
    await client.post({
      type: 'message',
      from: { id: 'dl_zhang' },
      attachments: [{ contentType: 'image/png', contentUrl: url, name: 'pole.png' }],
    });
    await client.untilTexts(1);
    const [attachment] = client.activities[0]?.attachments ?? [];
    expect(attachment).to.include({ contentType: 'image/png', name: 'pole.png' });
    const fetched = await fetch(attachment?.contentUrl ?? '');
    expect(Buffer.from(await fetched.arrayBuffer()).equals(PNG)).to.equal(true);
  });

  it('refreshes its token every quarter of an hour, and the new one lives on', async () => {
    const { setInterval } = globalThis;
    const quickly = stub(globalThis, 'setInterval').callsFake(((run: () => void, ms: number) =>
      setInterval(run, ms === QUARTER_MS ? 100 : ms)) as never);
    const client = await connect();
    await client.untilStatus(ConnectionStatus.Online).finally(() => quickly.restore());
    const first = client.token;
    service.pass(QUARTER_MS);
    await until(() => client.token !== first);
    client.line.end();
    service.pass(4 * QUARTER_MS - 60_000);
    const url = `${service.base}/v3/directline/conversations/${client.conversationId}/activities`;
    expect(await call(url, { token: first })).to.have.property('status', 403);
    expect(await call(url, { token: client.token })).to.have.property('status', 200);
  });

  it('learns that its token has expired, and goes on with a new one', async () => {
    const client = await connect();
    await client.say('before');
    await client.untilTexts(2);
    service.pass(8 * QUARTER_MS);
    expect(await client.say('too late')).to.equal('retry');
    expect(client.statuses).to.include(ConnectionStatus.ExpiredToken);
    client.dropSocket();
    const url = `${service.base}/v3/directline/conversations/${client.conversationId}`;
    const renewed = await call(`${url}?watermark=${client.watermark}`, { token: SECRET });
    client.line.reconnect(renewed.body);
    await client.say('after');
    // After a 403 the client opens several sockets by itself and hears on each of them.
    const heard = () => new Map(client.activities.map(({ id, text }) => [id, text]));
    await until(() => heard().size >= 4);
    expect([...heard().values()]).to.deep.equal(['before', 'You said: before', 'after', 'You said: after']);
  });
});

interface Received {
  readonly id: string;
  readonly text?: string;
  readonly from: { readonly id: string };
  readonly channelData?: Record<string, unknown>;
  readonly attachments?: { readonly contentUrl: string }[];
}

/** A DirectLine with what it received, and hands on its sockets. */
class Client {
  readonly line: DirectLine;
  readonly sockets: WebSocket[] = [];
  readonly statuses: ConnectionStatus[] = [];
  readonly activities: Received[] = [];

  constructor(base: string, options: { token: string; webSocket?: boolean }) {
    const { sockets } = this;
    class TrackedSocket extends WebSocket {
      constructor(url: string) {
        super(url);
        sockets.push(this);
      }
    }
    this.line = new DirectLine({
      ...options,
      domain: `${base}/v3/directline`,
      timeout: 500,
      pollingInterval: 200,
      WebSocket: TrackedSocket as never,
      // It waits for 3 s and up to 12 s more before it connects again: this makes them none.
      random: () => -0.25,
    });
    this.line.connectionStatus$.subscribe((status) => this.statuses.push(status));
    this.line.activity$.subscribe({ next: (activity) => this.activities.push(activity as never), error: () => {} });
  }

  get texts(): unknown[] {
    return this.activities.map(({ text }) => text);
  }

  get token(): string {
    return (this.line as unknown as { token: string }).token;
  }

  get watermark(): string {
    return (this.line as unknown as { watermark: string }).watermark;
  }

  get conversationId(): string {
    return (this.line as unknown as { conversationId: string }).conversationId;
  }

  say(text: string): Promise<string> {
    const channelData = { clientActivityID: `client-${text}` };
    return this.post({ type: 'message', text, from: { id: 'dl_zhang' }, channelData });
  }

  post(activity: object): Promise<string> {
    return new Promise((resolve, reject) => {
      this.line.postActivity(activity as never).subscribe(resolve, reject);
    });
  }

  dropSocket(): void {
    this.sockets.at(-1)?.terminate();
  }

  untilStatus(status: ConnectionStatus): Promise<void> {
    return until(() => this.statuses.includes(status));
  }

  untilTexts(count: number): Promise<void> {
    return until(() => this.activities.length >= count);
  }

  untilSockets(count: number): Promise<void> {
    return until(() => this.sockets.length >= count && this.sockets.at(-1)?.readyState === WebSocket.OPEN);
  }
}

async function until(done: () => boolean): Promise<void> {
  const deadline = Date.now() + 5000;
  while (!done()) {
    if (Date.now() > deadline) throw new Error('it did not happen within 5 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
