import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type WebSocket, WebSocketServer } from 'ws';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import { conversationTopic } from '../../store/topics.ts';
import { isRefusal, type Refusal, refuse } from '../http/http-answer.ts';
import { refuseConnection } from '../http/refuse-connection.ts';
import type { Upgrade } from '../http-server.ts';
import { Stream } from './stream.ts';
import { STREAM_TOKEN_SECONDS, type Tokens } from './tokens.ts';
import { readWatermark } from './watermark.ts';

const CHECK_MS = 30_000;
/** 1012: service restart. Clients connect again, to another process or the next. */
const RESTART = 1012;
const SETTLED_MS = 1000;
const GOODBYE_MS = 1000;

export interface StreamsParts {
  readonly conversations: ConversationRepository;
  readonly nerve: Nerve;
  readonly tokens: Tokens;
  readonly log: Logger;
  readonly botName: string;
}

/** All sockets of this process. Who may have one stands in its address: a token good for one use within two minutes. */
export class Streams {
  readonly #parts: StreamsParts;
  readonly #server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: 4096,
  });
  readonly #open = new Map<WebSocket, Stream>();
  readonly #timer: NodeJS.Timeout;

  constructor(parts: StreamsParts) {
    this.#parts = parts;
    this.#timer = setInterval(() => this.#check(), CHECK_MS);
    this.#timer.unref();
  }

  get open(): number {
    return this.#open.size;
  }

  /** The address of a socket for whoever holds the claims. */
  async urlFor(claims: Parameters<Tokens['issueForStream']>[0], baseUrl: string, watermark: number): Promise<string> {
    const token = await this.#parts.tokens.issueForStream(claims);
    const base = baseUrl.replace(/^http/, 'ws');
    return `${base}/v3/directline/conversations/${claims.conversation}/stream?watermark=${watermark}&t=${token}`;
  }

  async upgrade({ request, socket, head, baseUrl }: Upgrade): Promise<void> {
    // Without a listener, a connection that breaks while its token is looked at would end the process.
    socket.on('error', ignore);
    const admitted = await this.#admit(request.url ?? '').catch((error: unknown) => {
      this.#parts.log.error({ err: error }, 'a stream could not be opened');
      return refuse(503, 'unavailable');
    });
    if (isRefusal(admitted)) return refuseConnection(socket, admitted);
    this.#server.handleUpgrade(request, socket, head, (client) => this.#begin(client, { ...admitted, baseUrl }));
  }

  /** Closes all; what has been said is in the transcript. A client that does not say goodbye in time is cut off. */
  async close(): Promise<void> {
    clearInterval(this.#timer);
    for (const socket of this.#open.keys()) socket.close(RESTART);
    const deadline = performance.now() + GOODBYE_MS;
    while (this.#open.size > 0 && performance.now() < deadline) await delay(10);
    for (const socket of this.#open.keys()) socket.terminate();
  }

  /** Whose stream it is and where it goes on, or why it is refused. */
  async #admit(url: string): Promise<Admitted | Refusal> {
    const { tokens, nerve, conversations } = this.#parts;
    const { pathname, searchParams } = new URL(url, 'http://localhost');
    // Ids are ours: none needs decoding.
    const id = /^\/v3\/directline\/conversations\/([\w-]+)\/stream$/.exec(pathname)?.[1];
    const watermark = readWatermark(searchParams.get('watermark'));
    if (id === undefined) return refuse(404, 'not_found');
    if (isRefusal(watermark)) return watermark;
    const verified = await tokens.verifyForStream(searchParams.get('t') ?? '');
    if (!verified.ok) return refuse(403, verified.expired ? 'token_expired' : 'token_invalid', { field: 't' });
    if (verified.claims.conversation !== id) return refuse(403, 'other_conversation', { field: 'conversationId' });
    const once = await nerve.spend(`stream:${verified.id}`, 1, 2 * STREAM_TOKEN_SECONDS * 1000);
    if (!once.allowed) return refuse(403, 'token_expired', { field: 't' });
    const conversation = await conversations.byId(verified.claims.conversation);
    if (!conversation) return refuse(404, 'conversation_not_found', { field: 'conversationId' });
    return {
      conversationId: conversation.id,
      widget: verified.claims.widget ?? false,
      watermark: Math.min(watermark, conversation.seq),
    };
  }

  #begin(socket: WebSocket, { conversationId, widget, watermark, baseUrl }: Admitted & { baseUrl: string }): void {
    const { conversations, nerve, log, botName } = this.#parts;
    const stream = new Stream({
      socket,
      conversations,
      style: { conversationId, widget, baseUrl, botName },
      watermark,
      failed: (error) => log.warn({ err: error, conversation: conversationId }, 'a stream broke off'),
    });
    this.#open.set(socket, stream);
    const unsubscribe = nerve.subscribe(conversationTopic(conversationId), (message) => stream.told(message));
    // A subscription over the network takes a moment to begin: what is said in it is found by a second look.
    const settled = setTimeout(() => stream.catchUp(), SETTLED_MS);
    socket.on('error', ignore);
    socket.on('close', () => {
      clearTimeout(settled);
      this.#open.delete(socket);
      unsubscribe();
    });
    stream.catchUp();
  }

  #check(): void {
    for (const stream of this.#open.values()) stream.check();
  }
}

interface Admitted {
  readonly conversationId: string;
  readonly widget: boolean;
  readonly watermark: number;
}

/** A connection that breaks is followed by its close event, which does what is to be done. */
function ignore(): void {}
