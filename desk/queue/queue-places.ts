import { expectedWait, inMinutes, type Measured } from '../../domain/desk/expected-wait.ts';
import { jsonText } from '../../store/json-text.ts';
import type { Lease, Nerve } from '../../store/nerve/nerve.ts';
import { conversationTopic, DESK_TOPIC } from '../../store/topics.ts';
import { deskEventSchema } from '../../web/protocol/desk/session.ts';
import { STATUS_EVENT } from '../../web/protocol/wire-names.ts';
import type { WaitingQueue } from './waiting-queue.ts';

const deskMessage = jsonText().pipe(deskEventSchema);

/** Places are told at most so often, however fast the queue moves. */
const GAP_MS = 1000;
/** Makes good what was lost with a message or with the process that told before. */
const EVERY_MS = 15_000;
const LEASE_MS = 40_000;
/** Further back a place says little and changes all the time. */
const MOST_TOLD = 200;

export interface QueuePlacesParts {
  readonly nerve: Nerve;
  readonly queue: WaitingQueue;
  /** What expected waits are reckoned from. */
  readonly measured: () => Promise<Measured>;
  readonly failed: (error: unknown) => void;
}

/**
 * Tells waiting customers their place and expected wait when these have changed. One process at a time does it, the one with the lease; what
 * it last told is its own memory, begun anew with the lease.
 */
export class QueuePlaces {
  readonly #parts: QueuePlacesParts;
  #lease: Lease | null = null;
  #told = new Map<string, string>();
  #unsubscribe: () => void = () => {};
  #interval: NodeJS.Timeout | undefined;
  #soon: NodeJS.Timeout | undefined;
  #telling: Promise<void> = Promise.resolve();

  constructor(parts: QueuePlacesParts) {
    this.#parts = parts;
  }

  start(): void {
    this.#unsubscribe = this.#parts.nerve.subscribe(DESK_TOPIC, (message) => {
      if (deskMessage.safeParse(message).data?.type === 'queue') this.#tellSoon();
    });
    this.#interval = setInterval(() => this.#tellSoon(), EVERY_MS).unref();
  }

  async stop(): Promise<void> {
    this.#unsubscribe();
    clearInterval(this.#interval);
    clearTimeout(this.#soon);
    await this.#telling;
    await this.#lease?.release();
    this.#lease = null;
  }

  /** Tells at once whom it concerns. Resolves with how many were told. */
  async tell(): Promise<number> {
    if (!(await this.#isOurs())) return 0;
    const { nerve, queue, measured } = this.#parts;
    const waiting = (await queue.inOrder()).slice(0, MOST_TOLD);
    const known = waiting.length === 0 ? null : await measured();
    const places = new Map<string, string>();
    for (const [index, { conversationId }] of waiting.entries()) {
      const wait = known && expectedWait(index + 1, known);
      const value = { speaker: 'waiting', place: index + 1, ...(wait ? { minutes: inMinutes(wait) } : {}) };
      places.set(conversationId, JSON.stringify({ passing: { type: 'event', name: STATUS_EVENT, value } }));
    }
    const changed = [...places].filter(([conversationId, told]) => this.#told.get(conversationId) !== told);
    for (const [conversationId, told] of changed) nerve.publish(conversationTopic(conversationId), told);
    this.#told = places;
    return changed.length;
  }

  #tellSoon(): void {
    this.#soon ??= setTimeout(() => {
      this.#soon = undefined;
      this.#telling = this.#telling.then(() => this.tell()).then(() => {}, this.#parts.failed);
    }, GAP_MS).unref();
  }

  async #isOurs(): Promise<boolean> {
    if (await this.#lease?.renew()) return true;
    this.#lease = await this.#parts.nerve.lease('queue-places', LEASE_MS);
    this.#told = new Map();
    return this.#lease !== null;
  }
}
