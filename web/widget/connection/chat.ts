import type { RatingValue } from '../../protocol/conversation.ts';
import type { WidgetSession, WidgetSessionRequest } from '../../protocol/widget-session.ts';
import { JOIN_EVENT, RATING_EVENT, READ_EVENT } from '../../protocol/wire-names.ts';
import { clientActivityId, type Frame } from '../wire/activity.ts';
import { backoff } from './backoff.ts';
import { afterActivity, type ChatState, INITIAL_CHAT } from './chat-state.ts';
import type { Credentials, DirectLine } from './direct-line.ts';
import type { KeyValue } from './key-value.ts';
import { Link, type LinkPorts } from './link.ts';
import { hasSession, type SessionOutcome } from './open-session.ts';
import { Outbox } from './outbox.ts';
import type { OutgoingActivity, OutgoingItem, SendOutcome } from './outgoing.ts';
import { ReadMarks } from './read-marks.ts';
import { NOTHING_RECEIVED, type Received, receive } from './received.ts';
import { TokenKeeper } from './token-keeper.ts';

const ECHO_MS = 4_000;
const TYPING_OUT_MS = 3_000;
const HOTLINE_KEY = 'hotline';
const TYPING_IN_MS = 8_000;
/** Pages of history fetched at most: beyond this a watermark that never settles is the server's fault. */
const PAGES = 50;

export type Language = NonNullable<WidgetSessionRequest['language']>;

export interface ChatPorts {
  line: DirectLine;
  openSession(language: Language): Promise<SessionOutcome>;
  upload(file: {
    credentials: Credentials;
    activity: OutgoingActivity;
    file: { blob: Blob; name: string };
    onProgress(percent: number): void;
  }): Promise<SendOutcome>;
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
  readonly #outbox: Outbox;
  readonly #link: Link;
  readonly #tokens: TokenKeeper;
  readonly #marks: ReadMarks;
  readonly #listeners = new Set<() => void>();
  #state: ChatState = INITIAL_CHAT;
  #received: Received = NOTHING_RECEIVED;
  #language: Language;
  #token = '';
  #reading = false;
  #greet = false;
  #failures = 0;
  #typedAt = 0;
  #openTimer: ReturnType<typeof setTimeout> | undefined;
  #typingTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: ChatPorts, language: Language) {
    this.#ports = ports;
    this.#language = language;
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
      credentials: () => this.#credentials(),
      watermark: () => this.#received.watermark,
      openSocket: ports.openSocket,
      random: ports.random,
      onFrame: (frame) => this.#take(frame, 'live'),
      onState: (link) => this.#set({ link }),
      onToken,
      onLost: () => this.#tryAgain(),
    });
    this.#tokens = new TokenKeeper({
      line: ports.line,
      credentials: () => this.#credentials(),
      onToken,
      onLost: () => this.#tryAgain(),
    });
    this.#marks = new ReadMarks(ports.kept, (upTo) => {
      void this.#pass({ type: 'event', name: READ_EVENT, value: { upTo } });
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
    if (this.#state.phase === 'idle' || this.#state.phase === 'failed') void this.#open();
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
    const now = this.#ports.now();
    if (this.#state.link !== 'live' || this.#state.status.speaker === 'bot' || now - this.#typedAt < TYPING_OUT_MS)
      return;
    this.#typedAt = now;
    void this.#pass({ type: 'typing' });
  }

  /** Whether the customer has the conversation before their eyes. */
  setReading(reading: boolean): void {
    this.#reading = reading;
    if (!reading) return;
    if (this.#state.unread > 0) this.#set({ unread: 0 });
    this.#marks.read(this.#received.rows.at(-1));
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
    } else if (this.#state.phase !== 'idle') void this.#open();
  }

  async #open(): Promise<void> {
    clearTimeout(this.#openTimer);
    if (this.#state.phase === 'opening') return;
    const renewing = this.#state.session !== undefined;
    this.#outbox.close();
    this.#link.stop();
    this.#set({ phase: 'opening' });
    const outcome = await this.#ports.openSession(this.#language);
    if (outcome.kind === 'unreachable') {
      this.#set({ phase: 'failed' });
      this.#tryAgain();
      return;
    }
    await this.#opened(outcome.session, renewing);
  }

  async #opened(session: WidgetSession, renewing: boolean): Promise<void> {
    this.#token = session.token;
    this.setHotline(session.utility.hotline);
    if (session.conversationId !== this.#state.session?.conversationId) this.#received = NOTHING_RECEIVED;
    this.#set({ session, status: session.status, rows: this.#received.rows });
    if (session.resumed) await this.#fetchHistory(renewing);
    this.#set({ phase: 'open' });
    // The session's own stream begins at the beginning; what history has brought need not come twice.
    this.#link.start(this.#received.watermark === undefined ? session.streamUrl : undefined);
    if (this.#greet) this.#join();
    this.#outbox.open();
    this.#tokens.start();
    if (this.#reading) this.#marks.read(this.#received.rows.at(-1));
  }

  /** A session refused again at once would be asked for in a circle: each further try waits longer, until one holds. */
  #tryAgain(): void {
    clearTimeout(this.#openTimer);
    this.#openTimer = setTimeout(() => void this.#open(), backoff(this.#failures, this.#ports.random()));
    this.#failures += 1;
  }

  async #fetchHistory(renewing: boolean): Promise<void> {
    for (let page = 0; page < PAGES; page += 1) {
      const before = this.#received.watermark;
      const answer = await this.#ports.line.activities(this.#credentials(), before);
      if (answer.kind !== 'frame') return;
      this.#take(answer.frame, renewing ? 'live' : 'history');
      // A page may hold nothing for the customer's eyes: only the watermark tells the end.
      if (this.#received.watermark === before) return;
    }
  }

  #take(frame: Frame, manner: 'live' | 'history'): void {
    this.#failures = 0;
    const { received, fresh, passing } = receive(this.#received, frame);
    this.#received = received;
    let state: ChatState = { ...this.#state, rows: received.rows };
    if (manner === 'live') {
      for (const activity of [...fresh, ...passing]) state = afterActivity(state, activity, this.#reading);
    } else if (!this.#reading) state = { ...state, unread: state.unread + this.#marks.unreadAmong(fresh) };
    this.#set(state);
    this.#outbox.settle(new Set(fresh.map(clientActivityId).filter((id) => id !== undefined)));
    this.#forgetTyping();
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
    const credentials = this.#credentials();
    const activity: OutgoingActivity = {
      ...item.activity,
      from: { id: credentials.userId, role: 'user' },
      channelData: { clientActivityID: item.clientId },
    };
    const outcome =
      item.file === undefined
        ? await this.#ports.line.post(credentials, activity)
        : await this.#ports.upload({ credentials, activity: withoutFiles(activity), file: item.file, onProgress });
    if (outcome.kind === 'accepted') setTimeout(() => void this.#missEcho(item.clientId), ECHO_MS);
    if (outcome.kind === 'renew') {
      this.#outbox.close();
      this.#link.stop();
      this.#tryAgain();
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

  /** Sends what is worth nothing later: once, and no matter if it is lost. */
  async #pass(activity: Omit<OutgoingActivity, 'from' | 'locale'>): Promise<void> {
    if (this.#state.phase !== 'open') return;
    const credentials = this.#credentials();
    await this.#ports.line.post(credentials, {
      ...activity,
      from: { id: credentials.userId, role: 'user' },
      locale: this.#language,
    });
  }

  /** Whoever stops typing does not say so. */
  #forgetTyping(): void {
    clearTimeout(this.#typingTimer);
    if (this.#state.typing === undefined) return;
    this.#typingTimer = setTimeout(() => this.#set({ typing: undefined }), TYPING_IN_MS);
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

/** The server names the files it has received; what the page says of them beforehand is for the page alone. */
function withoutFiles({ attachments: _attachments, ...activity }: OutgoingActivity): OutgoingActivity {
  return activity;
}
