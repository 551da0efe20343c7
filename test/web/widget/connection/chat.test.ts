import { expect } from 'chai';
import sinon from 'sinon';
import type { WidgetSession } from '../../../../web/protocol/widget-session.ts';
import { Chat } from '../../../../web/widget/connection/chat.ts';
import type { DirectLine } from '../../../../web/widget/connection/direct-line.ts';
import type { SocketListener } from '../../../../web/widget/connection/link.ts';
import type { OutgoingActivity, SendOutcome } from '../../../../web/widget/connection/outgoing.ts';
import type { Activity } from '../../../../web/widget/wire/activity.ts';
import { aSession } from '../wire/sample-session.ts';
import { memoryKeep } from './memory-keep.ts';

describe('a conversation', () => {
  let clock: sinon.SinonFakeTimers;
  beforeEach(() => {
    clock = sinon.useFakeTimers({ now: Date.parse('2026-11-24T05:00:00Z') });
  });
  afterEach(() => clock.restore());

  it('opened for the first time asks the bot to greet, once', async () => {
    const { chat, server } = world();
    chat.begin({ greet: true });
    await clock.tickAsync(10);
    chat.begin({ greet: true });
    await clock.tickAsync(10);
    expect(server.events()).to.deep.equal(['join']);
    expect(chat.state.phase).to.equal('open');
    expect(chat.state.link).to.equal('live');
  });

  it('opened with words is answered, not greeted', async () => {
    const { chat, server } = world();
    chat.say(' 没电了 ');
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    expect(server.events()).to.deep.equal([]);
    expect(server.texts()).to.deep.equal(['没电了']);
  });

  it('shows what was said at once and holds it once when its echo has come', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    chat.say('没电了');
    expect(chat.state.outgoing.map(({ activity }) => activity.text)).to.deep.equal(['没电了']);
    await clock.tickAsync(10);
    expect(chat.state.outgoing).to.deep.equal([]);
    expect(chat.state.rows.map(({ text }) => text)).to.deep.equal(['没电了']);
    expect(server.texts()).to.deep.equal(['没电了']);
  });

  it('doubles nothing when an answer is lost and the message is sent again', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    server.loseAnswers = 2;
    server.deaf = true;
    chat.say('没电了');
    await clock.tickAsync(10_000);
    expect(server.posts).to.equal(3);
    expect(chat.state.rows.map(({ text }) => text)).to.deep.equal(['没电了']);
    expect(chat.state.outgoing).to.deep.equal([]);
  });

  it('brings in what was said while its socket was dead', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    server.deaf = true;
    chat.say('还在吗');
    await clock.tickAsync(100);
    server.bot('在的');
    expect(chat.state.rows).to.deep.equal([]);
    server.deaf = false;
    await clock.tickAsync(5000);
    expect(chat.state.rows.map(({ text }) => text)).to.deep.equal(['还在吗', '在的']);
    expect(server.sockets).to.equal(2);
  });

  it('is nobody else’s once the customer has signed out of the page', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    chat.say('我的账单');
    await clock.tickAsync(10);
    expect(chat.state.rows).to.have.length(1);
    chat.offline();
    chat.say('还有');
    const { token } = server.session() ?? {};
    const signedOut = chat.logOut();
    expect(chat.state.rows).to.deep.equal([]);
    expect(chat.state.outgoing).to.deep.equal([]);
    expect(chat.known).to.equal(false);
    await signedOut;
    expect(server.loggedOut).to.deep.equal([token]);
    await clock.tickAsync(10);
    expect(server.texts()).to.deep.equal(['我的账单']);
  });

  it('is opened anew where the page tells who is there while it is being opened', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    chat.identify();
    await clock.tickAsync(10);
    expect(server.sessions).to.equal(2);
    expect(chat.state.phase).to.equal('open');
  });

  it('keeps what is written offline and sends it in order afterwards', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    chat.offline();
    chat.say('一');
    chat.say('二');
    await clock.tickAsync(60_000);
    expect(server.texts()).to.deep.equal([]);
    expect(chat.state.link).to.equal('offline');
    chat.wake();
    await clock.tickAsync(2000);
    expect(server.texts()).to.deep.equal(['一', '二']);
    expect(chat.state.link).to.equal('live');
  });

  it('resumes after a reload with all of its history, page by page', async () => {
    const first = world();
    first.chat.begin({ greet: false });
    await clock.tickAsync(10);
    for (let n = 1; n <= 7; n += 1) first.server.bot(`第 ${n} 条`);
    const { chat, server } = world(first.server);
    chat.begin({ greet: true });
    await clock.tickAsync(10);
    expect(chat.state.rows.map(({ text }) => text)).to.deep.equal([1, 2, 3, 4, 5, 6, 7].map((n) => `第 ${n} 条`));
    expect(server.events()).to.deep.equal([]);
    expect(chat.state.news, 'history is no news').to.equal(undefined);
  });

  it('begins a long history near its end and brings in the rest on demand', async () => {
    const first = world();
    first.chat.begin({ greet: false });
    await clock.tickAsync(10);
    first.chat.setReading(true);
    for (let n = 1; n <= 250; n += 1) first.server.bot(`${n}`);
    await clock.tickAsync(1000);
    first.server.page = 100;
    const { chat } = world(first.server, first.chat);
    chat.begin({ greet: true });
    await clock.tickAsync(10);
    expect([chat.state.rows[0]?.text, chat.state.rows.at(-1)?.text, chat.state.hasEarlier]).to.deep.equal([
      '51',
      '250',
      true,
    ]);
    await chat.loadEarlier();
    expect(chat.state.rows.map(({ text }) => text)).to.deep.equal(Array.from({ length: 250 }, (_, n) => `${n + 1}`));
    expect([chat.state.hasEarlier, chat.state.unread]).to.deep.equal([false, 0]);
  });

  it('gets another session when the token has died, and loses nothing on the way', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    server.token = 'another';
    chat.say('没电了');
    await clock.tickAsync(3000);
    expect(server.sessions).to.equal(2);
    expect(server.texts()).to.deep.equal(['没电了']);
    expect(chat.state.outgoing).to.deep.equal([]);
  });

  it('refreshes its token every quarter of an hour', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(31 * 60_000);
    expect(server.refreshes).to.equal(2);
    expect(server.sessions).to.equal(1);
  });

  it('says that it cannot be reached, and is there as soon as the server is', async () => {
    const { chat, server } = world();
    server.isDown = true;
    chat.begin({ greet: true });
    await clock.tickAsync(10);
    expect(chat.state.phase).to.equal('failed');
    server.isDown = false;
    await clock.tickAsync(1000);
    expect(chat.state.phase).to.equal('open');
    expect(server.events()).to.deep.equal(['join']);
  });

  it('knows who is speaking, from the transcript and from what passes', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    server.row({ type: 'event', name: 'status', from: { id: 'bot' }, value: { speaker: 'waiting', place: 3 } });
    expect(chat.state.status).to.deep.equal({ speaker: 'waiting', place: 3 });
    server.pass({ type: 'event', name: 'status', from: { id: 'bot' }, value: { speaker: 'waiting', place: 1 } });
    expect(chat.state.status).to.deep.equal({ speaker: 'waiting', place: 1 });
    server.row({ type: 'event', name: 'status', from: { id: 'bot' }, value: { speaker: 'nobody' } });
    expect(chat.state.status).to.deep.equal({ speaker: 'waiting', place: 1 });
    server.row({ type: 'event', name: 'closed', from: { id: 'bot' } });
    expect(chat.state.status).to.deep.equal({ speaker: 'bot' });
  });

  it('shows typing until words come or it goes stale', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    const typing = { type: 'typing', from: { id: 'a', name: '陈静' }, channelData: { author: 'agent' } };
    server.pass(typing);
    expect(chat.state.typing).to.deep.equal({ name: '陈静' });
    server.bot('您好');
    expect(chat.state.typing).to.equal(undefined);
    server.pass(typing);
    await clock.tickAsync(8000);
    expect(chat.state.typing).to.equal(undefined);
  });

  it('tells a person, and nobody else, that the customer is typing, every three seconds at most', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    chat.typed();
    expect(server.passed('typing')).to.equal(0);
    server.row({ type: 'event', name: 'status', from: { id: 'bot' }, value: { speaker: 'agent', name: '陈静' } });
    chat.typed();
    chat.typed();
    await clock.tickAsync(3000);
    chat.typed();
    expect(server.passed('typing')).to.equal(2);
  });

  it('counts what comes unread and marks it read once it is before the customer', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    server.bot('一');
    server.bot('二');
    expect(chat.state.unread).to.equal(2);
    chat.setReading(true);
    expect(chat.state.unread).to.equal(0);
    await clock.tickAsync(1000);
    expect(server.read).to.deep.equal(['c1|0000002']);
    chat.setReading(false);
    server.bot('三');
    const next = world(server, chat);
    next.chat.begin({ greet: false });
    await clock.tickAsync(10);
    expect(next.chat.state.unread, 'on the next page').to.equal(1);
  });

  it('rates a session once', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    chat.rate({ sessionId: 's1', score: 5 });
    await clock.tickAsync(10);
    chat.rate({ sessionId: 's1', score: 1 });
    await clock.tickAsync(10);
    expect(server.rows.map(({ name, value }) => [name, value])).to.deep.equal([
      ['rating', { sessionId: 's1', score: 5 }],
    ]);
  });

  it('sends a file beside its activity, which names none', async () => {
    const { chat, server } = world();
    chat.begin({ greet: false });
    await clock.tickAsync(10);
    chat.sendFile(new Blob(['%PDF'], { type: 'application/pdf' }), 'bill.pdf');
    expect(chat.state.outgoing[0]?.activity.attachments).to.deep.equal([
      { contentType: 'application/pdf', name: 'bill.pdf' },
    ]);
    await clock.tickAsync(10);
    expect(server.uploads).to.deep.equal(['bill.pdf']);
    expect(server.rows[0]).to.not.have.property('attachments');
  });
});

/** A server as strict as the real one: one conversation, tokens, a transcript that takes each client id once. */
class FakeServer {
  readonly loggedOut: string[] = [];
  token = 'token-1';
  sessions = 0;
  sockets = 0;
  posts = 0;
  refreshes = 0;
  isDown = false;
  /** Its sockets hear nothing. */
  deaf = false;
  loseAnswers = 0;
  /** Rows a page holds. */
  page = 3;
  readonly rows: Activity[] = [];
  readonly read: unknown[] = [];
  readonly uploads: string[] = [];
  readonly #passed: string[] = [];
  #socket: SocketListener | undefined;

  readonly line: DirectLine = {
    post: async (credentials, activity) => this.post(credentials.token, activity),
    activities: async ({ token }, watermark) => {
      if (token !== this.token) return { kind: 'expired' };
      const from = Number(watermark ?? 0);
      const activities = this.rows.slice(from, from + this.page);
      return { kind: 'frame', frame: { activities, watermark: String(from + activities.length) } };
    },
    reconnect: async ({ token }, watermark) =>
      token === this.token
        ? { kind: 'stream', streamUrl: `ws://stream?watermark=${watermark}`, token: undefined }
        : { kind: 'expired' },
    refresh: async ({ token }) => {
      this.refreshes += 1;
      return token === this.token ? { kind: 'token', token } : { kind: 'expired' };
    },
  };

  session(): WidgetSession | undefined {
    if (this.isDown) return undefined;
    this.sessions += 1;
    return { ...aSession, token: this.token, resumed: this.rows.length > 0 };
  }

  openSocket(listener: SocketListener) {
    this.sockets += 1;
    this.#socket = listener;
    queueMicrotask(() => listener.onOpen());
    return { send: () => {}, close: () => {} };
  }

  post(token: string, activity: OutgoingActivity): SendOutcome {
    if (token !== this.token) return { kind: 'renew' };
    if (activity.type === 'typing' || activity.name === 'read') {
      if (activity.name === 'read') this.read.push((activity.value as { upTo: string }).upTo);
      else this.#passed.push(activity.type);
      return { kind: 'accepted', id: '' };
    }
    this.posts += 1;
    const clientId = activity.channelData?.clientActivityID;
    const known = this.rows.find(({ channelData }) => channelData?.clientActivityID === clientId);
    const row = known ?? this.#store(activity as Activity);
    if (known === undefined) setTimeout(() => this.#push(row), 5);
    if (this.loseAnswers > 0) {
      this.loseAnswers -= 1;
      return { kind: 'later' };
    }
    return { kind: 'accepted', id: row.id ?? '' };
  }

  row(activity: Activity): void {
    this.#push(this.#store(activity));
  }

  #store(activity: Activity): Activity {
    const row = { ...activity, id: `c1|${String(this.rows.length + 1).padStart(7, '0')}` };
    this.rows.push(row);
    return row;
  }

  #push(row: Activity): void {
    if (!this.deaf) this.#socket?.onText(JSON.stringify({ activities: [row], watermark: String(this.rows.length) }));
  }

  bot(text: string): void {
    this.row({ type: 'message', from: { id: 'bot', role: 'bot' }, text });
  }

  pass(activity: Activity): void {
    this.#socket?.onText(JSON.stringify({ activities: [activity] }));
  }

  passed(type: string): number {
    return this.#passed.filter((each) => each === type).length;
  }

  texts() {
    return this.rows.map(({ text }) => text).filter((text) => text !== undefined);
  }

  events() {
    return this.rows.filter(({ type }) => type === 'event').map(({ name }) => name);
  }
}

const kepts = new WeakMap<Chat, ReturnType<typeof memoryKeep>>();

/** A page on a server; with another page of the same browser where one is named. */
function world(server = new FakeServer(), browserOf?: Chat) {
  let ids = 0;
  const kept = (browserOf && kepts.get(browserOf)) ?? memoryKeep();
  const chat = new Chat(
    {
      line: server.line,
      openSession: async () => {
        const session = server.session();
        return session === undefined ? { kind: 'unreachable' } : { kind: 'open', session };
      },
      logOut: async (token) => void server.loggedOut.push(token),
      upload: async ({ credentials, activity, file }) => {
        server.uploads.push(file.name);
        return server.post(credentials.token, activity);
      },
      openSocket: (_url, listener) => server.openSocket(listener),
      kept,
      newId: () => {
        ids += 1;
        return `client-${ids}`;
      },
      now: () => Date.now(),
      random: () => 1,
    },
    'zh-Hans',
  );
  kepts.set(chat, kept);
  return { chat, server };
}
