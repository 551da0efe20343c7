import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import {
  type DeliveryOutcome,
  type DeliveryPolicy,
  type DeliveryTry,
  type DeliveryVerdict,
  judgeDelivery,
} from '../../domain/delivery/judge-delivery.ts';
import type { Database, Statement } from '../../store/database.ts';
import type { LeasedRow, LeaseTerms } from '../../store/leased-rows.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';

/** Sends one message. Takes less time than the lease, and puts whatever goes wrong into its outcome. */
export type Deliver<D> = (delivery: D) => Promise<DeliveryOutcome>;

/** What waits to leave, as OutboxRepository and WebhookRepository keep it. */
export interface Waiting<D extends LeasedRow> {
  nextAt(): Promise<number | null>;
  claim(terms: LeaseTerms): Promise<D[]>;
  settle(delivery: Omit<LeasedRow, 'tries'>, verdict: DeliveryVerdict, now: number): Statement;
}

export interface OutboxParts<D extends LeasedRow> {
  readonly database: Pick<Database, 'commit'>;
  readonly outbox: Waiting<D>;
  readonly nerve: Pick<Nerve, 'subscribe'>;
  /** Where it is said that something may be due. */
  readonly topic: string;
  readonly deliver: Deliver<D>;
  readonly kindOf: (delivery: D) => DeliveryTry['kind'];
  /** What logs say of it: names, never words. */
  readonly about: (delivery: D) => Readonly<Record<string, unknown>>;
  readonly log: Logger;
  readonly now: () => number;
  /** 0 to 1. */
  readonly chance: () => number;
  readonly settings?: Partial<OutboxSettings>;
}

export interface OutboxSettings extends DeliveryPolicy {
  /** Messages on their way at once, each of another lane. */
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
 * Sends what was committed to the world outside, for example what turns and people say to channels: at least once, in
 * order within a conversation, again with growing waits where it fails, set aside where it is in vain.
 */
export class Outbox<D extends LeasedRow> {
  readonly #parts: OutboxParts<D>;
  readonly #settings: OutboxSettings;
  readonly #inHand = new Set<Promise<void>>();
  #looking: Promise<void> | null = null;
  #again = false;
  #stopped = true;
  #timer: NodeJS.Timeout | undefined;
  #unsubscribe: () => void = () => {};

  constructor(parts: OutboxParts<D>) {
    this.#parts = parts;
    this.#settings = { ...SETTINGS, ...parts.settings };
  }

  start(): void {
    this.#stopped = false;
    this.#unsubscribe = this.#parts.nerve.subscribe(this.#parts.topic, () => this.wake());
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

  async #claim(limit: number): Promise<D[]> {
    const { outbox, now } = this.#parts;
    const next = await outbox.nextAt();
    if (next === null || next > now()) return [];
    const { mostTries, leaseMs } = this.#settings;
    return outbox.claim({ now: now(), leaseMs, limit, mostTries });
  }

  #begin(delivery: D): void {
    const sending = this.#send(delivery).finally(() => {
      this.#inHand.delete(sending);
      this.wake();
    });
    this.#inHand.add(sending);
  }

  async #send(delivery: D): Promise<void> {
    const { database, outbox, deliver, kindOf, log, now, chance } = this.#parts;
    const { tries } = delivery;
    const about = { ...this.#parts.about(delivery), tries };
    try {
      const outcome = await deliver(delivery);
      const verdict = judgeDelivery({ outcome, kind: kindOf(delivery), tries, chance: chance() }, this.#settings);
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
