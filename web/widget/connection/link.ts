import { type Frame, readFrame } from '../wire/activity.ts';
import { backoff } from './backoff.ts';
import type { CallFailure, Credentials, DirectLine } from './direct-line.ts';

const OPEN_TIMEOUT_MS = 10_000;
/** As botframework-directlinejs does it: an empty frame that keeps proxies from closing a quiet socket. */
const KEEP_ALIVE_MS = 20_000;
const POLL_MS = 2_000;
/** Sockets that failed to open before polling begins beside further tries. */
const PATIENCE = 2;

/** `live`: by socket; `polling`: no socket can be had, but requests get through; `offline`: the device has no network. */
export type LinkState = 'connecting' | 'live' | 'polling' | 'offline';

/** As much of a WebSocket as the link uses, and what it wants to hear of it. */
export interface LinkSocket {
  send(text: string): void;
  close(): void;
}
export interface SocketListener {
  onOpen(): void;
  onText(data: unknown): void;
  onClose(): void;
}

export interface LinkPorts {
  line: DirectLine;
  credentials(): Credentials;
  watermark(): string | undefined;
  openSocket(url: string, listener: SocketListener): LinkSocket;
  /** Between 0 and 1. */
  random(): number;
  onFrame(frame: Frame): void;
  onState(state: LinkState): void;
  /** A newer token came with a stream address. */
  onToken(token: string): void;
  /** The token or the conversation is gone: the link has stopped, `start` it with what a new session gives. */
  onLost(failure: 'expired' | 'ended'): void;
}

/** Brings in what is new: by socket while one can be had, by polling else. What both bring twice the receiver sorts out. */
export class Link {
  readonly #ports: LinkPorts;
  #state: LinkState = 'connecting';
  #socket: LinkSocket | undefined;
  /** Raised with every socket: what one that was let go still says is not heard. */
  #socketNumber = 0;
  #failures = 0;
  /** Raised by every start and stop: what was asked for before answers to nobody. */
  #era = 0;
  #retryTimer: ReturnType<typeof setTimeout> | undefined;
  #pollTimer: ReturnType<typeof setTimeout> | undefined;
  #aliveTimer: ReturnType<typeof setInterval> | undefined;
  #openTimer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: LinkPorts) {
    this.#ports = ports;
  }

  /** Connects, by a stream address at hand or by asking for one. */
  start(streamUrl?: string): void {
    this.stop();
    this.#failures = 0;
    this.#setState('connecting');
    if (streamUrl === undefined) void this.#reconnect();
    else this.#connect(streamUrl);
  }

  stop(): void {
    this.#era += 1;
    clearTimeout(this.#retryTimer);
    clearTimeout(this.#pollTimer);
    this.#pollTimer = undefined;
    this.#dropSocket();
  }

  /** The device says that it has no network. */
  offline(): void {
    this.stop();
    this.#setState('offline');
  }

  /** Asks once for what is new, whatever the socket does. Resolves when it has been taken in. */
  async catchUp(): Promise<void> {
    const era = this.#era;
    const answer = await this.#ports.line.activities(this.#ports.credentials(), this.#ports.watermark());
    if (era !== this.#era) return;
    if (answer.kind === 'frame') this.#ports.onFrame(answer.frame);
    else this.#lost(answer);
  }

  async #reconnect(): Promise<void> {
    const era = this.#era;
    const answer = await this.#ports.line.reconnect(this.#ports.credentials(), this.#ports.watermark());
    if (era !== this.#era) return;
    if (answer.kind === 'stream') {
      if (answer.token !== undefined) this.#ports.onToken(answer.token);
      this.#connect(answer.streamUrl);
    } else if (!this.#lost(answer)) this.#retryLater();
  }

  #connect(streamUrl: string): void {
    this.#dropSocket();
    const number = this.#socketNumber;
    const ifMine = (action: () => void) => {
      if (number === this.#socketNumber) action();
    };
    this.#openTimer = setTimeout(() => this.#closed(), OPEN_TIMEOUT_MS);
    try {
      this.#socket = this.#ports.openSocket(streamUrl, {
        onOpen: () => ifMine(() => this.#opened()),
        onText: (data) => ifMine(() => this.#heard(data)),
        onClose: () => ifMine(() => this.#closed()),
      });
    } catch {
      // A page's content security policy may forbid sockets: polling serves.
      this.#closed();
    }
  }

  #opened(): void {
    clearTimeout(this.#openTimer);
    clearTimeout(this.#pollTimer);
    this.#pollTimer = undefined;
    this.#aliveTimer = setInterval(() => this.#socket?.send(''), KEEP_ALIVE_MS);
    this.#setState('live');
  }

  #heard(data: unknown): void {
    this.#failures = 0;
    if (typeof data !== 'string' || data === '') return;
    const frame = readFrame(parsed(data));
    if (frame !== undefined) this.#ports.onFrame(frame);
  }

  #closed(): void {
    this.#dropSocket();
    if (this.#state === 'live') this.#setState('connecting');
    this.#retryLater();
  }

  #retryLater(): void {
    const wait = backoff(this.#failures, this.#ports.random());
    this.#failures += 1;
    clearTimeout(this.#retryTimer);
    this.#retryTimer = setTimeout(() => void this.#reconnect(), wait);
    if (this.#failures >= PATIENCE && this.#pollTimer === undefined) this.#pollLater(0);
  }

  #pollLater(wait: number): void {
    this.#pollTimer = setTimeout(() => void this.#poll(), wait);
  }

  async #poll(): Promise<void> {
    const era = this.#era;
    const answer = await this.#ports.line.activities(this.#ports.credentials(), this.#ports.watermark());
    if (era !== this.#era || this.#state === 'live' || this.#lost(answer)) return;
    if (answer.kind === 'frame') {
      this.#ports.onFrame(answer.frame);
      this.#setState('polling');
    } else this.#setState('connecting');
    this.#pollLater(answer.kind === 'frame' ? POLL_MS : backoff(this.#failures, this.#ports.random()));
  }

  #lost(answer: { kind: 'frame' } | CallFailure): boolean {
    if (answer.kind !== 'expired' && answer.kind !== 'ended') return false;
    this.stop();
    this.#ports.onLost(answer.kind);
    return true;
  }

  #dropSocket(): void {
    this.#socketNumber += 1;
    clearTimeout(this.#openTimer);
    clearInterval(this.#aliveTimer);
    this.#socket?.close();
    this.#socket = undefined;
  }

  #setState(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#ports.onState(state);
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // Not a frame of Direct Line: nothing to take in.
    return undefined;
  }
}
