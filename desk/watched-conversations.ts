import { conversationTopic } from '../store/topics.ts';
import type { DeskParts } from './desk-parts.ts';

/** So many conversations a desk is told of as they happen; the one looked at longest ago gives way. */
const MOST_WATCHED = 40;

/** Tells this person's desks, wherever they are connected, that the conversation is looked at. */
export function watchConversation({ nerve }: Pick<DeskParts, 'nerve'>, staffId: string, conversationId: string): void {
  nerve.publish(watchTopic(staffId), conversationId);
}

/** Calls back with everything said on the topics of the conversations that somebody looks at. */
export class WatchedConversations {
  readonly #nerve: DeskParts['nerve'];
  readonly #listener: (conversationId: string, message: string) => void;
  readonly #watched = new Map<string, () => void>();
  readonly #stop: () => void;
  #closed = false;

  constructor(
    { nerve }: Pick<DeskParts, 'nerve'>,
    staffId: string,
    listener: (conversationId: string, message: string) => void,
  ) {
    this.#nerve = nerve;
    this.#listener = listener;
    this.#stop = nerve.subscribe(watchTopic(staffId), (conversationId) => this.watch(conversationId));
  }

  watch(conversationId: string): void {
    if (this.#closed) return;
    const known = this.#watched.get(conversationId);
    this.#watched.delete(conversationId);
    const unsubscribe =
      known ??
      this.#nerve.subscribe(conversationTopic(conversationId), (message) => this.#listener(conversationId, message));
    this.#watched.set(conversationId, unsubscribe);
    for (const [oldest, forget] of this.#watched) {
      if (this.#watched.size <= MOST_WATCHED) break;
      this.#watched.delete(oldest);
      forget();
    }
  }

  close(): void {
    this.#closed = true;
    this.#stop();
    for (const forget of this.#watched.values()) forget();
    this.#watched.clear();
  }
}

function watchTopic(staffId: string): string {
  return `watched-by:${staffId}`;
}
