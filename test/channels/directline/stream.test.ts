import { once } from 'node:events';
import { connect } from 'node:net';
import { expect } from 'chai';
import { WebSocket } from 'ws';
import { conversationTopic } from '../../../store/topics.ts';
import { begin, type Conversation, call, Listener, post, say } from '../support/direct-line-caller.ts';
import { type EchoService, startEchoService } from '../support/echo-service.ts';

describe('a Direct Line stream', () => {
  let service: EchoService;
  let conversation: Conversation;
  const open: Listener[] = [];
  before(async () => {
    service = await startEchoService();
  });
  after(() => service.close());
  beforeEach(async () => {
    conversation = await begin(service.base);
  });
  afterEach(() => {
    for (const listener of open.splice(0)) listener.socket.terminate();
  });

  function listen(url = conversation.streamUrl): Listener {
    const listener = new Listener(url);
    open.push(listener);
    return listener;
  }

  async function reconnect(watermark: string): Promise<Listener> {
    const url = `${service.base}/v3/directline/conversations/${conversation.id}?watermark=${watermark}`;
    return listen((await call(url, { token: conversation.token })).body.streamUrl);
  }

  async function refusal(url: string): Promise<number | undefined> {
    const socket = new WebSocket(url);
    socket.on('error', () => {});
    const [, response] = await once(socket, 'unexpected-response');
    return response.statusCode;
  }

  it('pushes what the customer said and what the bot answered', async () => {
    const listener = listen();
    await say(service.base, conversation, 'the light is out');
    await listener.until(2);
    expect(listener.texts).to.deep.equal(['the light is out', 'You said: the light is out']);
    expect(listener.watermark).to.equal('2');
  });

  it('begins with what was said before it was opened', async () => {
    await say(service.base, conversation, 'early');
    const listener = listen();
    await listener.until(2);
    expect(listener.texts).to.deep.equal(['early', 'You said: early']);
  });

  it('goes on from the watermark of the one before', async () => {
    const first = listen();
    await say(service.base, conversation, 'one');
    await first.until(2);
    first.socket.terminate();
    await say(service.base, conversation, 'two');
    const second = await reconnect(first.watermark ?? '');
    await second.until(2);
    expect(second.texts).to.deep.equal(['two', 'You said: two']);
  });

  it('does not go silent for a client whose watermark is ahead of the transcript', async () => {
    const listener = await reconnect('500');
    await once(listener.socket, 'open');
    await say(service.base, conversation, 'hello');
    await listener.until(2);
    expect(listener.texts).to.deep.equal(['hello', 'You said: hello']);
  });

  it('replays a long conversation page by page, each activity once', async () => {
    for (let index = 0; index < 60; index += 1) await say(service.base, conversation, `message ${index}`);
    const listener = listen();
    await listener.until(120);
    const ids = listener.activities.map(({ id }) => id);
    expect(new Set(ids).size).to.equal(120);
    expect(ids).to.deep.equal([...ids].sort());
    expect(listener.frames.length).to.be.at.least(2);
  });

  it('says everything to each of several sockets', async () => {
    const one = listen();
    const other = await reconnect('0');
    await say(service.base, conversation, 'hello');
    await Promise.all([one.until(2), other.until(2)]);
    expect(one.texts).to.deep.equal(other.texts);
  });

  it('passes typing on without a change of watermark, but not the customer’s own', async () => {
    const listener = listen();
    await once(listener.socket, 'open');
    await post(service.base, conversation, { type: 'typing' });
    service.nerve.publish(
      conversationTopic(conversation.id),
      JSON.stringify({ passing: { type: 'typing', from: { id: 'agent', name: 'A-07', role: 'bot' } } }),
    );
    await listener.until(1);
    expect(listener.frames).to.have.length(1);
    expect(listener.activities[0]).to.deep.include({
      type: 'typing',
      from: { id: 'agent', name: 'A-07', role: 'bot' },
    });
    expect(listener.activities[0]).not.to.have.property('id');
    expect(listener.watermark).to.equal(undefined);
  });

  it('takes the empty frames that clients keep it alive with', async () => {
    const listener = listen();
    await once(listener.socket, 'open');
    listener.socket.send('');
    await say(service.base, conversation, 'still there');
    await listener.until(2);
  });

  it('is refused with a token used before', async () => {
    const listener = listen();
    await once(listener.socket, 'open');
    expect(await refusal(conversation.streamUrl)).to.equal(403);
  });

  it('is refused with a token that has expired', async () => {
    service.pass(121_000);
    expect(await refusal(conversation.streamUrl)).to.equal(403);
  });

  it('is refused with another’s token, the conversation’s own token, and none', async () => {
    const other = await begin(service.base, 'dl_other');
    const swapped = conversation.streamUrl.replace(conversation.id, other.id);
    const plain = conversation.streamUrl.replace(/t=.*/, `t=${conversation.token}`);
    expect(await refusal(swapped)).to.equal(403);
    expect(await refusal(plain)).to.equal(403);
    expect(await refusal(conversation.streamUrl.replace(/t=.*/, ''))).to.equal(403);
  });

  it('is refused with a watermark that is none, and at addresses that are none', async () => {
    expect(await refusal(conversation.streamUrl.replace('watermark=0', 'watermark=x'))).to.equal(400);
    expect(await refusal(conversation.streamUrl.replace('/stream', '/elsewhere'))).to.equal(404);
    expect(await refusal(conversation.streamUrl.replace(conversation.id, '%zz'))).to.be.within(400, 404);
  });

  it('is closed on a frame larger than anything a client has to say', async () => {
    const listener = listen();
    await once(listener.socket, 'open');
    listener.socket.send('x'.repeat(10_000));
    await listener.closed;
    expect(await say(service.base, conversation, 'the others go on')).to.have.property('status', 200);
  });

  it('outlives clients that vanish in the middle of the upgrade', async () => {
    const { hostname, port, pathname, search } = new URL(conversation.streamUrl);
    for (let index = 0; index < 20; index += 1) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(
        `GET ${pathname}${search} HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n`,
      );
      socket.resetAndDestroy();
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(service.channels.streams.open).to.equal(0);
    expect(await say(service.base, conversation, 'hello')).to.have.property('status', 200);
  });

  it('holds no more than a page for a client that does not read', async () => {
    const listener = listen();
    await once(listener.socket, 'open');
    listener.socket.pause();
    const before = process.memoryUsage().rss;
    for (let index = 0; index < 150; index += 1) await say(service.base, conversation, '停电'.repeat(1900));
    listener.socket.resume();
    await listener.until(300);
    expect(new Set(listener.activities.map(({ id }) => id)).size).to.equal(300);
    expect(process.memoryUsage().rss - before).to.be.below(200 * 1024 * 1024);
  });
});

describe('streams when the service closes', () => {
  it('are told to connect elsewhere', async () => {
    const service = await startEchoService();
    const { streamUrl } = await begin(service.base);
    const { socket } = new Listener(streamUrl);
    await once(socket, 'open');
    const closed = once(socket, 'close');
    await service.close();
    expect((await closed)[0]).to.equal(1012);
  });

  it('are cut off where the client does not answer', async () => {
    const service = await startEchoService();
    const { streamUrl } = await begin(service.base);
    const { socket } = new Listener(streamUrl);
    await once(socket, 'open');
    socket.pause();
    await service.close();
    socket.terminate();
  });
});
