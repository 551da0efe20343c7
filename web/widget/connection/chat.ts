import type { RatingValue } from '../../protocol/conversation.ts';
import type { WidgetSession, WidgetSessionRequest } from '../../protocol/widget-session.ts';
import { JOIN_EVENT, RATING_EVENT, READ_EVENT } from '../../protocol/wire-names.ts';
import { clientActivityId, type Frame } from '../wire/activity.ts';
import { afterActivity, type ChatState, INITIAL_CHAT } from './chat-state.ts';
import type { Credentials, DirectLine } from './direct-line.ts';
import { History, type Manner } from './history.ts';
import type { KeyValue } from './key-value.ts';
import { Link, type LinkPorts } from './link.ts';
import { forgetSession, hasSession, type SessionOutcome } from './open-session.ts';
import { Outbox } from './outbox.ts';
import type { OutgoingActivity, OutgoingItem, SendOutcome } from './outgoing.ts';
import { Postman, type PostmanPorts } from './postman.ts';
import { ReadMarks } from './read-marks.ts';
import { NOTHING_RECEIVED, type Received, receive } from './received.ts';
import { SessionKeeper } from './session-keeper.ts';
import { TokenKeeper } from './token-keeper.ts';
import { TypingSigns } from './typing-signs.ts';

const ECHO_MS = 4_000;
const HOTLINE_KEY = 'hotline';
export type Language = NonNullable<WidgetSessionRequest['language']>;

export interface ChatPorts {
  line: DirectLine;
  openSession(language: Language): Promise<SessionOutcome>;
  /** Tells the server that the customer has signed out of the page. */
  logOut(token: string): Promise<void>;
  upload: PostmanPorts['upload'];
  openSocket: LinkPorts['openSocket'];
  kept: KeyValue;
  newId(): string;
  /** Milliseconds since 1970. */
  now(): number;
  /** Between 0 and 1. */
  random(): number;
}

/** One customer's conversation: opens it, keeps it up to date, sends what is written. The view draws its `state`. */
export class Chat {
  readonly #ports: ChatPorts;
  readonly #postman: Postman;
  readonly #outbox: Outbox;
  readonly #link: Link;
  readonly #sessions: SessionKeeper;
  readonly #tokens: TokenKeeper;
  readonly #history: History;
  readonly #marks: ReadMarks;
  readonly #typing: TypingSigns;
  readonly #listeners = new Set<() => void>();
  #state: ChatState = INITIAL_CHAT;
  #received: Received = NOTHING_RECEIVED;
  #language: Language;
  #token = '';
  #reading = false;
  #greet = false;

  constructor(ports: ChatPorts, language: Language) {
    this.#ports = ports;
    this.#language = language;
    const credentials = () => this.#credentials();
    this.#postman = new Postman({ line: ports.line, upload: ports.upload, credentials });
    this.#outbox = new Outbox({
      kept: ports.kept,
      send: (item, onProgress) => this.#send(item, onProgress),
      now: ports.now,
      random: ports.random,
      onChange: () => this.#set({ outgoing: this.#outbox.items }),
    });
    const onToken = (token: string) => {
      this.#token = token;
    };
    this.#link = new Link({
      line: ports.line,
      credentials,
      watermark: () => this.#received.watermark,
      openSocket: ports.openSocket,
      random: ports.random,
      onFrame: (frame) => this.#take(frame, 'live'),
      onState: (link) => this.#set({ link }),
      onToken,
      onLost: () => this.#sessions.openLater(),
    });
    this.#sessions = new SessionKeeper({
      open: () => ports.openSession(this.#language),
      random: ports.random,
      onOpening: () => this.#opening(),
      onOpen: (session) => this.#opened(session),
      onFailed: () => this.#set({ phase: 'failed' }),
    });
    this.#tokens = new TokenKeeper({
      line: ports.line,
      credentials,
      onToken,
      onLost: () => this.#sessions.openLater(),
    });
    this.#history = new History({
      activities: (watermark) => ports.line.activities(credentials(), watermark),
      watermark: () => this.#received.watermark,
      onFrame: (frame, manner) => this.#take(frame, manner),
    });
    this.#typing = new TypingSigns({
      now: ports.now,
      tell: () => this.#pass({ type: 'typing' }),
      forget: () => this.#set({ typing: undefined }),
    });
    this.#marks = new ReadMarks(ports.kept, (upTo) => {
      this.#pass({ type: 'event', name: READ_EVENT, value: { upTo } });
    });
    this.#set({ outgoing: this.#outbox.items });
  }

  get state(): ChatState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Whether there is an earlier conversation to go on with. */
  get known(): boolean {
    return hasSession(this.#ports.kept);
  }

  /** The number to call instead, as far as this browser has ever been told. */
  get hotline(): string | undefined {
    return this.#ports.kept.get(HOTLINE_KEY);
  }

  setHotline(number: string): void {
    this.#ports.kept.set(HOTLINE_KEY, number);
  }

  /** Opens the conversation unless it is open; `greet`: where it is new, the bot speaks first. */
  begin({ greet }: { greet: boolean }): void {
    if (greet) {
      this.#greet = true;
      if (this.#state.phase === 'open') this.#join();
    }
    if (this.#state.phase === 'idle' || this.#state.phase === 'failed') this.#sessions.open();
  }

  /** Who is signed in at the page has changed: the conversation is opened anew with that, if it is open. */
  identify(): void {
    if (this.#state.phase !== 'idle') this.#sessions.openAnew();
  }

  /** The customer has signed out of the page: what was said, and what was yet to be sent, is nobody else's. */
  async logOut(): Promise<void> {
    const token = this.#token;
    this.#token = '';
    this.#outbox.close();
    this.#link.stop();
    for (const { clientId } of this.#outbox.items) this.#outbox.discard(clientId);
    forgetSession(this.#ports.kept);
    this.#received = NOTHING_RECEIVED;
    this.#set({ session: undefined, rows: [], hasEarlier: false, unread: 0, news: undefined });
    if (token !== '') await this.#ports.logOut(token);
    this.identify();
  }

  setLanguage(language: Language): void {
    this.#language = language;
  }

  say(text: string): void {
    const words = text.trim();
    if (words !== '') this.#add({ type: 'message', text: words });
  }

  sendPosition(text: string, { latitude, longitude }: { latitude: number; longitude: number }): void {
    this.#add({ type: 'message', text, entities: [{ type: 'GeoCoordinates', latitude, longitude }] });
  }

  sendFile(blob: Blob, name: string): void {
    const clientId = this.#ports.newId();
    const file = { blob, name };
    if (blob.type.startsWith('image/')) {
      const previewUrl = URL.createObjectURL(blob);
      this.#set({ previews: new Map([...this.#state.previews, [clientId, previewUrl]]) });
    }
    this.#add({ type: 'message', attachments: [{ contentType: blob.type, name }] }, { clientId, file });
  }

  rate(value: RatingValue): void {
    // The session's own id: a rating given twice is one rating.
    this.#add({ type: 'event', name: RATING_EVENT, value }, { clientId: `rating-${value.sessionId}` });
  }

  retry(clientId: string): void {
    this.#outbox.retry(clientId);
  }

  discard(clientId: string): void {
    this.#outbox.discard(clientId);
  }

  /** The customer has touched a key. Only a person is told. */
  typed(): void {
    if (this.#state.link === 'live' && this.#state.status.speaker !== 'bot') this.#typing.typed();
  }

  /** Whether the customer has the conversation before their eyes. */
  setReading(reading: boolean): void {
    this.#reading = reading;
    if (!reading) return;
    if (this.#state.unread > 0) this.#set({ unread: 0 });
    this.#marks.read(this.#received.rows.at(-1));
  }

  /** Brings in what was said before the rows held. */
  loadEarlier(): Promise<void> {
    return this.#history.fetchEarlier();
  }

  /** The device has no network. */
  offline(): void {
    this.#outbox.close();
    this.#link.offline();
  }

  /** The network is back, or the page after a sleep that sockets seldom survive. */
  wake(): void {
    if (this.#state.phase === 'open') {
      this.#link.start();
      this.#outbox.open();
    } else if (this.#state.phase !== 'idle') this.#sessions.open();
  }

  #opening(): void {
    this.#outbox.close();
    this.#link.stop();
    this.#set({ phase: 'opening' });
  }

  async #opened(session: WidgetSession): Promise<void> {
    const { conversationId } = session;
    const renewing = conversationId === this.#state.session?.conversationId;
    this.#token = session.token;
    this.setHotline(session.utility.hotline);
    if (!renewing) {
      const watermark = this.#history.begin(session.resumed ? this.#marks.seqIn(conversationId) : 0);
      this.#received = { ...NOTHING_RECEIVED, watermark };
    }
    this.#set({ session, status: session.status, rows: this.#received.rows, hasEarlier: this.#history.hasEarlier });
    if (session.resumed) await this.#history.fetch(renewing ? 'live' : 'history');
    this.#set({ phase: 'open' });
    // The session's own stream begins at the beginning; what history has brought need not come twice.
    this.#link.start(this.#received.watermark === undefined ? session.streamUrl : undefined);
    if (this.#greet) this.#join();
    this.#outbox.open();
    this.#tokens.start();
    if (this.#reading) this.#marks.read(this.#received.rows.at(-1));
  }

  #take(frame: Frame, manner: Manner): void {
    this.#sessions.proved();
    const { received, fresh, passing } = receive(this.#received, frame);
    this.#received = received;
    let state: ChatState = { ...this.#state, rows: received.rows, hasEarlier: this.#history.hasEarlier };
    if (manner === 'live') {
      for (const activity of [...fresh, ...passing]) state = afterActivity(state, activity, this.#reading);
    } else if (manner === 'history' && !this.#reading)
      state = { ...state, unread: state.unread + this.#marks.unreadAmong(fresh) };
    this.#set(state);
    this.#outbox.settle(new Set(fresh.map(clientActivityId).filter((id) => id !== undefined)));
    this.#typing.shown(this.#state.typing !== undefined);
    if (this.#reading) this.#marks.read(received.rows.at(-1));
  }

  #join(): void {
    this.#greet = false;
    const spoken = this.#received.rows.some(({ type }) => type === 'message');
    const conversationId = this.#state.session?.conversationId;
    if (spoken || conversationId === undefined || this.#state.outgoing.length > 0) return;
    this.#add({ type: 'event', name: JOIN_EVENT }, { clientId: `join-${conversationId}` });
  }

  #add(
    activity: Omit<OutgoingItem['activity'], 'locale'>,
    { clientId = this.#ports.newId(), file }: { clientId?: string; file?: { blob: Blob; name: string } } = {},
  ): void {
    const item = { clientId, at: this.#ports.now(), activity: { ...activity, locale: this.#language } };
    this.#outbox.add(file === undefined ? item : { ...item, file });
  }

  async #send(item: OutgoingItem, onProgress: (percent: number) => void): Promise<SendOutcome> {
    const outcome = await this.#postman.deliver(item, onProgress);
    if (outcome.kind === 'accepted') setTimeout(() => void this.#missEcho(item.clientId), ECHO_MS);
    if (outcome.kind === 'renew') {
      this.#outbox.close();
      this.#link.stop();
      this.#sessions.openLater();
    }
    return outcome;
  }

  /** An echo that stays away tells of a socket that is dead without knowing it. */
  async #missEcho(clientId: string): Promise<void> {
    const waits = () => this.#outbox.items.some((item) => item.clientId === clientId);
    if (!waits() || this.#state.link === 'offline') return;
    await this.#link.catchUp();
    if (!waits() && this.#state.link === 'live') this.#link.start();
  }

  #pass(activity: Omit<OutgoingActivity, 'from' | 'locale'>): void {
    if (this.#state.phase === 'open') this.#postman.pass({ ...activity, locale: this.#language });
  }

  #credentials(): Credentials {
    const { conversationId = '', userId = '' } = this.#state.session ?? {};
    return { conversationId, userId, token: this.#token };
  }

  #set(change: Partial<ChatState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
