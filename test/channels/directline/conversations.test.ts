import { expect } from 'chai';
import { begin, type Conversation, call, Listener, post, say } from '../support/direct-line-caller.ts';
import { type EchoService, SECRET, startEchoService, WIDGET_ORIGIN } from '../support/echo-service.ts';

const HOUR_MS = 3600_000;

describe('Direct Line conversations', () => {
  let service: EchoService;
  before(async () => {
    service = await startEchoService();
  });
  after(() => service.close());

  const url = (path: string) => `${service.base}/v3/directline${path}`;
  const generate = (json: unknown = {}) => call(url('/tokens/generate'), { method: 'POST', token: SECRET, json });
  const start = (token: string, json: unknown = {}) => call(url('/conversations'), { method: 'POST', token, json });
  const activities = ({ id, token }: Conversation, watermark = '') =>
    call(url(`/conversations/${id}/activities?watermark=${watermark}`), { token });
  async function answered(conversation: Conversation, count: number): Promise<void> {
    for (let tries = 0; tries < 200; tries += 1) {
      if ((await activities(conversation)).body.activities.length >= count) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    expect.fail(`there were never ${count} activities`);
  }

  it('begin with 201 and all that a client goes on with', async () => {
    const { body: generated } = await generate({ user: { id: 'dl_li' } });
    const started = await start(generated.token, { user: { id: 'ignored' }, locale: 'en-GB' });
    expect(started.status).to.equal(201);
    expect(started.body.conversationId).to.equal(generated.conversationId);
    expect(started.body.expires_in).to.be.at.least(1800);
    expect(started.body.streamUrl).to.match(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\//);
    const stored = await service.conversations.byId(generated.conversationId);
    expect(stored).to.include({ user_id: 'dl_li', channel: 'directline', language: 'en' });
  });

  it('begin once: starting again finds it begun', async () => {
    const { body: generated } = await generate({ user: { id: 'dl_li' } });
    expect(await start(generated.token)).to.have.property('status', 201);
    const again = await start(generated.token);
    expect(again.status).to.equal(200);
    expect(again.body.conversationId).to.equal(generated.conversationId);
  });

  it('bind a token without a user to the one who starts', async () => {
    const { body: generated } = await generate();
    const started = await start(generated.token, { user: { id: 'visitor-7', name: '张' } });
    const conversation = { id: started.body.conversationId, token: started.body.token, streamUrl: '' };
    await post(service.base, conversation, { type: 'message', text: 'hi', from: { id: 'somebody-else' } });
    const { body } = await activities(conversation);
    expect(body.activities[0]?.from.id).to.equal('visitor-7');
  });

  it('let nobody name a reserved user id himself', async () => {
    const { body: generated } = await generate();
    const started = await start(generated.token, { user: { id: 'dl_somebody' } });
    expect(started.status).to.equal(400);
    expect(started.body.error).to.include({ code: 'user_id_reserved', field: 'user.id' });
  });

  it('can be had with the secret itself', async () => {
    const started = await start(SECRET, { user: { id: 'kiosk' } });
    expect(started.status).to.equal(201);
    const conversation = { id: started.body.conversationId, token: SECRET, streamUrl: '' };
    expect(await say(service.base, conversation, 'hello')).to.have.property('status', 200);
    expect((await activities(conversation)).body.activities[0]?.text).to.equal('hello');
  });

  it('page by watermark, gapless and in order', async () => {
    const conversation = await begin(service.base);
    await say(service.base, conversation, 'one');
    await answered(conversation, 2);
    const first = await activities(conversation);
    expect(first.body.watermark).to.equal('2');
    await say(service.base, conversation, 'two');
    await answered(conversation, 4);
    const rest = await activities(conversation, first.body.watermark);
    expect(rest.body.activities.map(({ text }) => text)).to.deep.equal(['two', 'You said: two']);
    expect(rest.body.activities.map(({ id }) => id)).to.deep.equal([
      `${conversation.id}|0000003`,
      `${conversation.id}|0000004`,
    ]);
    const nothing = await activities(conversation, '999');
    expect(nothing.body).to.deep.equal({ activities: [], watermark: '4' });
  });

  it('take a message sent again for the same message', async () => {
    const conversation = await begin(service.base);
    const activity = { type: 'message', text: 'once', channelData: { clientActivityID: 'id-1' } };
    const [a, b, c] = await Promise.all([1, 2, 3].map(() => post(service.base, conversation, activity)));
    expect(new Set([a?.body.id, b?.body.id, c?.body.id])).to.have.property('size', 1);
    await answered(conversation, 2);
    expect((await activities(conversation)).body.activities).to.have.length(2);
  });

  it('keep typing and read marks out of the transcript', async () => {
    const conversation = await begin(service.base);
    const told: string[] = [];
    const stop = service.nerve.subscribe(`conversation:${conversation.id}`, (message) => told.push(message));
    expect(await post(service.base, conversation, { type: 'typing' })).to.have.property('status', 200);
    await post(service.base, conversation, { type: 'event', name: 'read', value: { upTo: 3 } });
    await new Promise((resolve) => setTimeout(resolve, 20));
    stop();
    const from = { id: 'dl_test', role: 'user' };
    expect(told.map((message) => JSON.parse(message))).to.deep.equal([
      { passing: { type: 'typing', from } },
      { passing: { type: 'event', name: 'read', value: { upTo: 3 }, from } },
    ]);
    expect((await activities(conversation)).body.activities).to.deep.equal([]);
  });

  it('take the answer to a drawn rating card for a rating', async () => {
    const conversation = await begin(service.base);
    await post(service.base, conversation, {
      type: 'message',
      value: { event: 'rating', sessionId: 's-1', score: '4', words: ' fine ' },
    });
    const [row] = await service.conversations.transcriptAfter(conversation.id, 0, 1);
    expect(JSON.parse(row?.body ?? '')).to.deep.equal({
      type: 'event',
      name: 'rating',
      value: { sessionId: 's-1', score: 4, words: 'fine' },
    });
  });

  it('give cards to strangers as Adaptive Cards, to the widget as they are', async () => {
    const card = { kind: 'safety', title: '请远离', lines: ['离开十米'], actions: [] };
    const cards = await startEchoService({
      decide: async (context) => {
        await context.sendActivity({
          type: 'message',
          attachments: [{ contentType: 'application/vnd.switchboard.card+json', content: card }],
        });
      },
    });
    const stranger = await begin(cards.base);
    const { body } = await call(`${cards.base}/api/widget/session`, { method: 'POST', json: {} });
    const widget = { id: body.conversationId, token: body.token, streamUrl: body.streamUrl };
    const shown = await Promise.all(
      [stranger, widget].map(async (conversation) => {
        const listener = new Listener(conversation.streamUrl);
        await say(cards.base, conversation, 'sparks');
        await listener.until(2);
        return (listener.activities[1] as { attachments: { contentType: string; content: object }[] }).attachments[0];
      }),
    );
    await cards.close();
    expect(shown[0]?.contentType).to.equal('application/vnd.microsoft.card.adaptive');
    expect(JSON.stringify(shown[0]?.content)).to.include('离开十米');
    expect(shown[1]).to.deep.equal({ contentType: 'application/vnd.switchboard.card+json', content: card });
  });

  it('refuse a token after its hour, and the client learns it by 403', async () => {
    const conversation = await begin(service.base);
    expect(await activities(conversation)).to.have.property('status', 200);
    service.pass(HOUR_MS + 1000);
    const late = await activities(conversation);
    expect(late.status).to.equal(403);
    expect(late.body.error.code).to.equal('token_expired');
  });

  it('keep a token to the pages it was made for', async () => {
    const { body } = await generate({ user: { id: 'dl_li' }, trustedOrigins: [WIDGET_ORIGIN] });
    const from = (origin: string) =>
      call(url('/conversations'), { method: 'POST', token: body.token, json: {}, headers: { origin } });
    expect(await from('https://elsewhere.example')).to.have.property('status', 403);
    expect(await from(WIDGET_ORIGIN)).to.have.property('status', 201);
  });

  it('give a session id to clients that ask for one', async () => {
    const { token } = await begin(service.base);
    const { status, body } = await call(url('/session/getsessionid'), { token });
    expect(status).to.equal(200);
    expect(body.sessionId).to.be.a('string');
  });
});

describe('Direct Line without a secret', () => {
  it('issues tokens to nobody and takes no secret for a token', async () => {
    const service = await startEchoService({ secret: null });
    const generated = await call(`${service.base}/v3/directline/tokens/generate`, {
      method: 'POST',
      token: SECRET,
      json: {},
    });
    const started = await call(`${service.base}/v3/directline/conversations`, {
      method: 'POST',
      token: SECRET,
      json: {},
    });
    await service.close();
    expect(generated).to.have.property('status', 403);
    expect(started).to.have.property('status', 403);
  });
});

describe('Direct Line’s limits', () => {
  it('hold for a conversation, and say how many milliseconds to wait', async () => {
    const service = await startEchoService({ limits: { messagesPerMinute: 3 } });
    const [one, two] = [await begin(service.base), await begin(service.base)];
    for (const text of ['a', 'b', 'c']) expect(await say(service.base, one, text)).to.have.property('status', 200);
    const refused = await say(service.base, one, 'd');
    const other = await say(service.base, two, 'a');
    const wait = Number(refused.headers.get('retry-after'));
    service.pass(wait + 60_000);
    const later = await say(service.base, one, 'd');
    await service.close();
    expect(refused.status).to.equal(429);
    expect(refused.body.error.code).to.equal('rate_limited');
    expect(wait).to.be.within(1, 120_000);
    expect(other.status).to.equal(200);
    expect(later.status).to.equal(200);
  });

  it('do not count typing among messages', async () => {
    const service = await startEchoService({ limits: { messagesPerMinute: 2 } });
    const conversation = await begin(service.base);
    for (let index = 0; index < 20; index += 1) await post(service.base, conversation, { type: 'typing' });
    const said = await say(service.base, conversation, 'hello');
    await service.close();
    expect(said.status).to.equal(200);
  });

  it('do not hold for the embedding site', async () => {
    const service = await startEchoService({ limits: { messagesPerMinute: 1 } });
    const { id } = await begin(service.base);
    const statuses = [];
    for (const text of ['a', 'b', 'c']) {
      statuses.push((await say(service.base, { id, token: SECRET, streamUrl: '' }, text)).status);
    }
    await service.close();
    expect(statuses).to.deep.equal([200, 200, 200]);
  });
});
