import { isRecord } from '../wire/check.ts';
import { backoff } from './backoff.ts';
import type { KeyValue } from './key-value.ts';
import type { Delivery, OutgoingItem, SendOutcome } from './outgoing.ts';

const KEY = 'outbox';
/** What has waited longer than this was meant for another day. */
const KEEP_MS = 24 * 3_600_000;

export interface OutboxPorts {
  kept: KeyValue;
  send(item: OutgoingItem, onProgress: (percent: number) => void): Promise<SendOutcome>;
  /** Milliseconds since 1970. */
  now(): number;
  /** Between 0 and 1. */
  random(): number;
  onChange(): void;
}

/**
 * Messages on their way: one at a time, in the order they were written, again and again until the server has answered.
 * Words outlive the page; an item stays until its echo stands in the transcript (`settle`).
 */
export class Outbox {
  #items: readonly OutgoingItem[];
  readonly #ports: OutboxPorts;
  #open = false;
  #busy = false;
  #failures = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(ports: OutboxPorts) {
    this.#ports = ports;
    this.#items = readKept(ports);
  }

  get items(): readonly OutgoingItem[] {
    return this.#items;
  }

  add(item: Omit<OutgoingItem, 'delivery'>): void {
    if (this.#items.some((known) => known.clientId === item.clientId)) return;
    this.#change([...this.#items, { ...item, delivery: { kind: 'waiting' } }]);
    this.#next();
  }

  /** Sends what waits, at once and from now on. */
  open(): void {
    this.#open = true;
    this.#failures = 0;
    this.#next();
  }

  /** Holds what waits back, as long as there is nowhere to send it. */
  close(): void {
    this.#open = false;
    clearTimeout(this.#timer);
  }

  retry(clientId: string): void {
    this.#mark(clientId, { kind: 'waiting' });
    this.#next();
  }

  discard(clientId: string): void {
    this.#change(this.#items.filter((item) => item.clientId !== clientId));
  }

  /** The echoes of these have arrived: the transcript holds them now. */
  settle(clientIds: ReadonlySet<string>): void {
    if (this.#items.some((item) => clientIds.has(item.clientId))) {
      this.#change(this.#items.filter((item) => !clientIds.has(item.clientId)));
    }
  }

  #next(): void {
    clearTimeout(this.#timer);
    const item = this.#items.find(({ delivery }) => delivery.kind === 'waiting');
    if (!this.#open || this.#busy || item === undefined) return;
    this.#busy = true;
    this.#mark(item.clientId, { kind: 'sending' });
    void this.#try(item);
  }

  async #try(item: OutgoingItem): Promise<void> {
    const onProgress = (percent: number) => this.#mark(item.clientId, { kind: 'sending', percent });
    // What went wrong on this side is a lost try like any other.
    const outcome = await this.#ports.send(item, onProgress).catch((): SendOutcome => ({ kind: 'later' }));
    this.#sent(item.clientId, outcome);
  }

  #sent(clientId: string, outcome: SendOutcome): void {
    this.#busy = false;
    if (outcome.kind === 'accepted' || outcome.kind === 'refused') {
      this.#failures = 0;
      this.#mark(clientId, outcome);
      this.#next();
      return;
    }
    this.#mark(clientId, { kind: 'waiting' });
    // Whoever gets the new token opens the outbox again.
    if (outcome.kind === 'renew' || !this.#open) return;
    const wait = Math.max(backoff(this.#failures, this.#ports.random()), outcome.afterMs ?? 0);
    this.#failures += 1;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#next(), wait);
  }

  #mark(clientId: string, delivery: Delivery): void {
    this.#change(this.#items.map((item) => (item.clientId === clientId ? { ...item, delivery } : item)));
  }

  #change(items: readonly OutgoingItem[]): void {
    this.#items = items;
    const words = items.filter((item) => item.file === undefined && item.delivery.kind !== 'accepted');
    if (words.length === 0) this.#ports.kept.remove(KEY);
    else this.#ports.kept.set(KEY, JSON.stringify(words));
    this.#ports.onChange();
  }
}

function readKept({ kept, now }: OutboxPorts): OutgoingItem[] {
  try {
    const found: unknown = JSON.parse(kept.get(KEY) ?? '[]');
    if (!Array.isArray(found)) return [];
    return found
      .filter(isKeptItem)
      .filter((item) => now() - item.at < KEEP_MS)
      .map((item) => (item.delivery.kind === 'refused' ? item : { ...item, delivery: { kind: 'waiting' } }));
  } catch {
    // Spoilt by another hand: there is nothing to send.
    return [];
  }
}

function isKeptItem(value: unknown): value is OutgoingItem {
  return (
    isRecord(value) &&
    typeof value.clientId === 'string' &&
    typeof value.at === 'number' &&
    isRecord(value.activity) &&
    isRecord(value.delivery)
  );
}
