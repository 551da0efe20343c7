import { AGENTS_GROUP } from '../../desk/accounts/staff-sessions.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { WatchedConversations } from '../../desk/watched-conversations.ts';
import { hasRight } from '../../domain/desk/rights.ts';
import { DESK_TOPIC } from '../../store/topics.ts';
import { deskEventSchema } from '../../web/protocol/desk/session.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import type { Caller } from '../route.ts';
import { DeskNews } from './desk-news.ts';
import { type EventStream, openEventStream } from './event-stream.ts';

const BEAT_MS = 15_000;
/** Desks of one person in one process: tabs, and lines not yet known to be dead. */
const MOST_PER_PERSON = 12;
const MOST_OWNED = 40;

/** For the description of the API. */
export const DESK_EVENTS: DescribedRoute = {
  method: 'get',
  path: '/api/desk/events',
  summary: 'Server-sent events that say what is new and where; each line begins with a `queue` event',
  access: 'anyone',
  answer: deskEventSchema,
  answerType: 'text/event-stream',
};

/** News to desks as server-sent events, and presence by them. */
export class DeskEvents {
  readonly #door: Door;
  readonly #parts: DeskParts;
  readonly #beatMs: number;
  #closed = false;
  readonly #open = new Map<EventStream, string>();

  /** `beatMs`: how often a line shows that it lives, and how soon it ends after its sign-in. */
  constructor(given: { readonly door: Door; readonly parts: DeskParts; readonly beatMs?: number }) {
    this.#door = given.door;
    this.#parts = given.parts;
    this.#beatMs = given.beatMs ?? BEAT_MS;
  }

  /**
   * Events only say that there is something new, so that nothing has to be kept for a desk that was away: each line
   * begins with a `queue` event, upon which the desk fetches what it shows.
   */
  readonly endpoint: Endpoint = async ({ raw }, response) => {
    const admission = await this.#door.admit({ access: 'anyone' }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const { caller } = admission;
    const owners = [...this.#open.values()].filter((staffId) => staffId === caller.staffId);
    if (owners.length >= MOST_PER_PERSON) return refuse(429, 'too_many_desks', { retryAfterMs: this.#beatMs });
    if (this.#closed) return refuse(503, 'unavailable');
    if (response.destroyed) return { kind: 'taken' };
    const stream = openEventStream(response);
    this.#open.set(stream, caller.staffId);
    const { news, watched, stop } = this.#follow(caller, stream);
    const beat = setInterval(() => void this.#beat(raw.headers, { stream, news }), this.#beatMs).unref();
    stream.onEnd(() => {
      clearInterval(beat);
      stop();
      this.#open.delete(stream);
    });
    try {
      // After listening has begun: what is claimed meanwhile comes by the one way or the other.
      const owned = await this.#parts.repositories.sessions.conversationsOwnedBy(caller.staffId, MOST_OWNED);
      for (const conversationId of owned) watched.watch(conversationId);
      await this.#present(caller);
    } catch (error) {
      stream.end();
      throw error;
    }
    return { kind: 'taken' };
  };

  get openLines(): number {
    return this.#open.size;
  }

  /** Ends every line; desks connect to another process or try again. */
  close(): void {
    this.#closed = true;
    for (const stream of this.#open.keys()) stream.end();
  }

  #follow(caller: Caller, stream: EventStream) {
    const { nerve } = this.#parts;
    const news = new DeskNews(caller, stream);
    news.tell({ type: 'queue' });
    const unsubscribe = nerve.subscribe(DESK_TOPIC, (message) => news.fromDesk(message));
    const watched = new WatchedConversations(this.#parts, caller.staffId, (conversationId, message) =>
      news.fromConversation(conversationId, message),
    );
    return {
      news,
      watched,
      stop: () => {
        unsubscribe();
        watched.close();
      },
    };
  }

  /** A sign-in that has ended takes its lines with it, a role that was taken away what it heard; an open desk keeps its sign-in alive. */
  async #beat(
    headers: Parameters<Door['authenticate']>[0],
    { stream, news }: { readonly stream: EventStream; readonly news: DeskNews },
  ): Promise<void> {
    try {
      const caller = await this.#door.authenticate(headers);
      if (!caller) return stream.end();
      news.isFor(caller);
      await this.#present(caller);
      stream.comment('beat');
    } catch {
      // The store is away: the desk connects again and finds out.
      stream.end();
    }
  }

  async #present({ staffId, roles }: Caller): Promise<void> {
    if (hasRight(roles, 'conversations.serve')) {
      // Present through one missed beat.
      await this.#parts.nerve.beat(AGENTS_GROUP, staffId, this.#beatMs * 2.5);
      await this.#parts.database.commit([this.#parts.repositories.presence.beat(staffId, this.#parts.now())]);
    }
  }
}
