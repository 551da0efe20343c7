import type { WebSocket } from 'ws';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import { isShown, type WireStyle, wireActivity, wirePassing } from './wire-activity.ts';

const PAGE = 50;
/** What passes is left out for a client that is already this far behind (bytes). */
const MOST_WAITING = 64 * 1024;
/** How long an echo waits to be sent together with the answer. */
const ECHO_MS = 100;
/** A page that a client has not taken by then never gets through: it resumes by its watermark. */
const SEND_MS = 30_000;

export interface StreamParts {
  readonly socket: WebSocket;
  readonly conversations: ConversationRepository;
  readonly style: WireStyle;
  /** The seq up to which the client has read. */
  readonly watermark: number;
  readonly failed: (error: unknown) => void;
}

/**
 * One client's socket: says all that is shown after its watermark, in order, once. News only says that there is more;
 * however many come while a page is on its way, the transcript is read once for all of them. At most one page waits in
 * memory: a slow client slows itself alone.
 */
export class Stream {
  readonly #parts: StreamParts;
  #seq: number;
  /** The seq up to which there is something, as far as has been told. */
  #upTo = 0;
  #alive = true;
  #reading = false;
  #again = false;
  #echo: NodeJS.Timeout | null = null;

  constructor(parts: StreamParts) {
    this.#parts = parts;
    this.#seq = parts.watermark;
    parts.socket.on('pong', () => this.#heard());
    // The client's keep-alive is an empty frame; nothing else is expected of it.
    parts.socket.on('message', () => this.#heard());
  }

  /** A message of the conversation's topic. */
  told(message: string): void {
    const news = JSON.parse(message) as { seq?: number; own?: boolean; passing?: Record<string, unknown> };
    if (news.seq !== undefined && news.seq > this.#seq) {
      this.#upTo = Math.max(this.#upTo, news.seq);
      if (news.own) this.#soon();
      else this.catchUp();
    }
    if (news.passing) this.#pass(news.passing);
  }

  catchUp(): void {
    if (this.#echo) clearTimeout(this.#echo);
    this.#echo = null;
    this.#again = true;
    if (this.#reading) return;
    this.#reading = true;
    this.#sendAll()
      .catch((error: unknown) => {
        this.#parts.failed(error);
        this.#parts.socket.terminate();
      })
      .finally(() => {
        this.#reading = false;
      });
  }

  /** The customer has been acknowledged already: their echo can wait for the answer that it may go with. */
  #soon(): void {
    this.#echo ??= setTimeout(() => this.catchUp(), ECHO_MS);
  }

  /** Asks for a sign of life; a client that gave none since the last time is cut off. */
  check(): void {
    const { socket } = this.#parts;
    if (this.#alive) {
      this.#alive = false;
      socket.ping();
      // News may have been lost on the way between processes.
      this.catchUp();
    } else socket.terminate();
  }

  async #sendAll(): Promise<void> {
    const { socket, conversations, style } = this.#parts;
    while (this.#again && socket.readyState === socket.OPEN) {
      this.#again = false;
      const told = this.#upTo > this.#seq;
      const rows = told
        ? await conversations.newsAfter(style.conversationId, this.#seq, { upTo: this.#upTo, limit: PAGE })
        : await conversations.transcriptAfter(style.conversationId, this.#seq, PAGE);
      const last = rows.at(-1);
      if (!last) continue;
      this.#seq = last.seq;
      this.#again ||= rows.length === PAGE;
      const activities = rows.filter(isShown).map((row) => wireActivity(row, style));
      if (activities.length > 0) await this.#send({ activities, watermark: String(last.seq) });
    }
  }

  #send(frame: { activities: unknown[]; watermark?: string }): Promise<void> {
    const { socket } = this.#parts;
    const deadline = setTimeout(() => socket.terminate(), SEND_MS);
    return new Promise((resolve) => {
      // A socket that broke meanwhile is cleared away by its close event.
      socket.send(JSON.stringify(frame), () => {
        clearTimeout(deadline);
        resolve();
      });
    });
  }

  /** The customer's own typing and read marks are for the desk. */
  #pass(passing: Record<string, unknown>): void {
    const { socket, style } = this.#parts;
    const from = passing.from as { role?: string } | undefined;
    if (from?.role === 'user' || socket.readyState !== socket.OPEN || socket.bufferedAmount > MOST_WAITING) return;
    socket.send(JSON.stringify({ activities: [wirePassing(passing, style)] }));
  }

  #heard(): void {
    this.#alive = true;
  }
}
