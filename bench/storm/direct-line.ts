import { once } from 'node:events';
import type { Agent } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { WebSocket } from 'ws';
import { type Call, call } from '../measure/call.ts';

/** What a client is told of an activity, as far as a customer reads it. */
export interface HeardActivity {
  readonly id?: string;
  readonly type: string;
  readonly text?: string;
  readonly from: { readonly role?: string };
}

export interface DirectLineGiven {
  readonly url: string;
  readonly agent: Agent;
  readonly secret: string;
  /** Where the customer seems to call from: a town's customers have addresses of their own. */
  readonly address: string;
  readonly userId: string;
  readonly locale: string;
  readonly hears: 'stream' | 'polling';
  /** Told of what comes, in the order in which it comes; `at` as performance.now(). */
  readonly heard: (activities: readonly HeardActivity[], at: number) => void;
}

interface Begun {
  readonly conversationId: string;
  readonly token: string;
  readonly streamUrl: string;
}

/** What Direct Line's own client asks by: once a second. */
const POLL_MS = 1000;

/** One customer's connection: says by POST, hears by WebSocket or by asking. */
export class DirectLine {
  readonly conversationId: string;
  readonly #given: DirectLineGiven;
  readonly #headers: Readonly<Record<string, string>>;
  #watermark = '0';
  #socket: WebSocket | null = null;
  #polling: AbortController | null = null;

  private constructor(given: DirectLineGiven, { conversationId, token }: Begun) {
    this.#given = given;
    this.conversationId = conversationId;
    this.#headers = { authorization: `Bearer ${token}`, 'x-forwarded-for': given.address };
  }

  /** A token by the secret, as the embedding site fetches it, then the conversation. */
  static async begin(given: DirectLineGiven): Promise<DirectLine> {
    const { url, agent, secret, address, userId, locale } = given;
    const post = async (path: string, bearer: string, body: object): Promise<Begun> => {
      const headers = { authorization: `Bearer ${bearer}`, 'x-forwarded-for': address };
      return JSON.parse(
        await insist(`${url}/v3/directline/${path}`, { method: 'POST', agent, headers, body }),
      ) as Begun;
    };
    const { token } = await post('tokens/generate', secret, { user: { id: userId } });
    const begun = await post('conversations', token, { locale });
    const line = new DirectLine(given, begun);
    await line.#listen(begun.streamUrl);
    return line;
  }

  /** Resolves with the seq that the message has become. */
  async say(activity: object): Promise<number> {
    const { id } = (await this.#call('POST', '/activities', activity)) as { id: string };
    return Number(id.split('|')[1]);
  }

  /** The connection breaks off without a word, and comes back by what was heard last. */
  async reconnect(): Promise<void> {
    this.close();
    const begun = (await this.#call('GET', `?watermark=${this.#watermark}`)) as Begun;
    await this.#listen(begun.streamUrl);
  }

  close(): void {
    this.#socket?.terminate();
    this.#socket = null;
    this.#polling?.abort();
    this.#polling = null;
  }

  async #call(method: 'GET' | 'POST', path: string, body?: object): Promise<unknown> {
    const { url, agent } = this.#given;
    const request = { method, agent, headers: this.#headers, ...(body ? { body } : {}) };
    return JSON.parse(await insist(`${url}/v3/directline/conversations/${this.conversationId}${path}`, request));
  }

  async #listen(streamUrl: string): Promise<void> {
    if (this.#given.hears === 'polling') {
      this.#polling = new AbortController();
      void this.#poll(this.#polling.signal);
      return;
    }
    const socket = new WebSocket(streamUrl, { perMessageDeflate: false });
    this.#socket = socket;
    socket.on('message', (data) => {
      const at = performance.now();
      if (this.#socket === socket) this.#take(data.toString(), at);
    });
    await once(socket, 'open');
    socket.on('error', () => undefined);
  }

  async #poll(signal: AbortSignal): Promise<void> {
    while (!signal.aborted) {
      await delay(POLL_MS, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      const page = (await this.#call('GET', `/activities?watermark=${this.#watermark}`)) as Page;
      if (!signal.aborted) this.#takePage(page, performance.now());
    }
  }

  #take(frame: string, at: number): void {
    if (frame !== '') this.#takePage(JSON.parse(frame) as Page, at);
  }

  #takePage({ activities, watermark }: Page, at: number): void {
    this.#watermark = watermark ?? this.#watermark;
    if (activities.length > 0) this.#given.heard(activities, at);
  }
}

interface Page {
  readonly activities: readonly HeardActivity[];
  readonly watermark?: string;
}

const MOST_TRIES = 5;
const AGAIN_MS = 200;

/** A connection that breaks, such as one that was kept too long, is tried again, as clients do; an answer is an answer. */
async function insist(url: string, request: Call): Promise<string> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await call(url, request);
    } catch (error) {
      const broke = error instanceof Error && 'code' in error;
      if (!broke || tries === MOST_TRIES) throw error;
      await delay(AGAIN_MS * tries);
    }
  }
}
