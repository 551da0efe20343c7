import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { type DeliveryOutcome, type DeliveryPolicy, judgeDelivery } from '../../domain/delivery/judge-delivery.ts';
import type { Database } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import type { Delivery, OutboxRepository } from '../../store/repositories/outbox-repository.ts';
import { OUTBOX_TOPIC } from '../../store/topics.ts';

/** Sends one message. Takes less time than the lease, and puts whatever goes wrong into its outcome. */
export type Deliver = (delivery: Delivery) => Promise<DeliveryOutcome>;

export interface OutboxParts {
  readonly database: Pick<Database, 'commit'>;
  readonly outbox: OutboxRepository;
  readonly nerve: Nerve;
  readonly deliver: Deliver;
  readonly log: Logger;
  readonly now: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly settings?: Partial<OutboxSettings>;
}

export interface OutboxSettings extends DeliveryPolicy {
  /** Messages on their way at once, each of another conversation. */
  readonly atOnce: number;
  /** For how long a message is its sender's alone. */
  readonly leaseMs: number;
  /** How often it is looked after messages whose time has come and for which nobody called. */
  readonly everyMs: number;
}

const SETTINGS: OutboxSettings = {
  mostTries: 10,
  firstWaitMs: 2000,
  longestWaitMs: 300_000,
  atOnce: 16,
  leaseMs: 60_000,
  everyMs: 1000,
};

/**
 * Sends what turns and people say to channels outside, after the commit: at least once, in order within a conversation,
 * again with growing waits where it fails, set aside where it is in vain.
 */
export class Outbox {
  readonly #parts: OutboxParts;
  readonly #settings: OutboxSettings;
  readonly #inHand = new Set<Promise<void>>();
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = true;
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: () => void = () => {};

  constructor(parts: OutboxParts) {
    this.#parts = parts;
    this.#settings = { ...SETTINGS, ...parts.settings };
  }

  start(): void {
    this.#stopped = false;
    this.#unsubscribe = this.#parts.nerve.subscribe(OUTBOX_TOPIC, () => this.wake());
    this.#timer = setInterval(() => this.wake(), this.#settings.everyMs);
    this.wake();
  }

  /** Something may be due. */
  wake(): void {
    this.#again = true;
    if (this.#stopped) return;
    this.#looking ??= this.#look().finally(() => {
      this.#looking = null;
      if (this.#again && this.#inHand.size < this.#settings.atOnce) this.wake();
    });
  }

  /** Begins nothing any more and waits for the sends in hand, but no longer than `graceMs`: their leases free the rest. */
  async drain(graceMs: number): Promise<void> {
    this.#stopped = true;
    this.#unsubscribe();
    clearInterval(this.#timer);
    await this.#looking;
    const patience = new AbortController();
    const late = delay(graceMs, undefined, { signal: patience.signal }).catch(() => {});
    await Promise.race([Promise.all(this.#inHand), late]);
    patience.abort();
  }

  async #look(): Promise<void> {
    const { log } = this.#parts;
    try {
      while (this.#again && !this.#stopped) {
        const free = this.#settings.atOnce - this.#inHand.size;
        // Each send that ends looks again.
        if (free <= 0) return;
        this.#again = false;
        for (const delivery of await this.#claim(free)) this.#begin(delivery);
      }
    } catch (error) {
      this.#again = false;
      log.warn({ err: error }, 'the outbox could not be read; it is tried again');
    }
  }

  async #claim(limit: number): Promise<Delivery[]> {
    const { outbox, now } = this.#parts;
    const next = await outbox.nextAt();
    if (next === null || next > now()) return [];
    const { mostTries, leaseMs } = this.#settings;
    return outbox.claim({ now: now(), leaseMs, limit, mostTries });
  }

  #begin(delivery: Delivery): void {
    const sending = this.#send(delivery).finally(() => {
      this.#inHand.delete(sending);
      this.wake();
    });
    this.#inHand.add(sending);
  }

  async #send(delivery: Delivery): Promise<void> {
    const { database, outbox, deliver, log, now, chance } = this.#parts;
    const { id, conversationId, seq, channel, kind, tries } = delivery;
    const about = { outbox: id, conversation: conversationId, seq, channel, tries };
    try {
      const outcome = await deliver(delivery);
      const verdict = judgeDelivery({ outcome, kind, tries, chance: chance() }, this.#settings);
      const settled = await database.commit([outbox.settle(delivery, verdict, now())]);
      if (!settled.ok) log.warn(about, 'a send took longer than its lease');
      if (verdict.state === 'dead' || verdict.state === 'unknown')
        log.error({ ...about, verdict }, 'a message was set aside');
      else if (verdict.state === 'due')
        log.warn({ ...about, verdict }, 'a message could not be sent; it is tried again');
    } catch (error) {
      // It stays in sending: when its lease is over its kind decides.
      log.error({ ...about, err: error }, 'a send failed without an outcome');
    }
  }
}
