import { EventEmitter } from 'node:events';
import type { Lease, Nerve, Spending } from './nerve.ts';
import { slidingCount } from './sliding-window.ts';

interface Window {
  index: number;
  used: number;
  before: number;
  windowMs: number;
}

const FEWEST_WINDOWS = 2000;

/** The nervous system of a single process. `now` is in milliseconds. */
export class MemoryNerve implements Nerve {
  readonly #now: () => number;
  readonly #leases = new Map<string, { token: symbol; until: number }>();
  readonly #topics = new EventEmitter().setMaxListeners(0);
  readonly #windows = new Map<string, Window>();
  /** How many windows there may be before the old ones are looked for: twice as many as were found in use. */
  #forgetAt = FEWEST_WINDOWS;
  readonly #groups = new Map<string, Map<string, number>>();

  constructor(now: () => number = Date.now) {
    this.#now = now;
  }

  async lease(key: string, ttlMs: number): Promise<Lease | null> {
    const held = this.#leases.get(key);
    if (held && held.until > this.#now()) return null;
    const token = Symbol(key);
    this.#leases.set(key, { token, until: this.#now() + ttlMs });
    const mine = () => this.#leases.get(key)?.token === token;
    return {
      renew: async () => {
        const still = mine() && (this.#leases.get(key)?.until ?? 0) > this.#now();
        if (still) this.#leases.set(key, { token, until: this.#now() + ttlMs });
        return still;
      },
      release: async () => {
        if (mine()) this.#leases.delete(key);
      },
    };
  }

  publish(topic: string, message: string): void {
    setImmediate(() => this.#topics.emit(topic, message));
  }

  subscribe(topic: string, listener: (message: string) => void): () => void {
    this.#topics.on(topic, listener);
    return () => this.#topics.off(topic, listener);
  }

  async spend(key: string, limit: number, windowMs: number): Promise<Spending> {
    const now = this.#now();
    const index = Math.floor(now / windowMs);
    const window = this.#window(key, index, windowMs);
    const spending = slidingCount({ used: window.used, before: window.before, limit, windowMs, now });
    if (spending.allowed) window.used += 1;
    return spending;
  }

  async beat(group: string, member: string, ttlMs: number): Promise<void> {
    const members = this.#groups.get(group) ?? new Map<string, number>();
    members.set(member, this.#now() + ttlMs);
    this.#groups.set(group, members);
  }

  async leave(group: string, member: string): Promise<void> {
    this.#groups.get(group)?.delete(member);
  }

  async present(group: string): Promise<string[]> {
    const members = this.#groups.get(group) ?? new Map<string, number>();
    for (const [member, until] of members) if (until <= this.#now()) members.delete(member);
    return [...members.keys()].sort();
  }

  async ping(): Promise<void> {}

  async close(): Promise<void> {
    this.#topics.removeAllListeners();
  }

  #window(key: string, index: number, windowMs: number): Window {
    const known = this.#windows.get(key);
    if (known?.index === index && known.windowMs === windowMs) return known;
    const before = known?.index === index - 1 && known.windowMs === windowMs ? known.used : 0;
    const window: Window = { index, used: 0, before, windowMs };
    if (this.#windows.size >= this.#forgetAt) this.#forgetOldWindows();
    this.#windows.set(key, window);
    return window;
  }

  #forgetOldWindows(): void {
    const now = this.#now();
    for (const [key, { index, windowMs }] of this.#windows) {
      if ((index + 2) * windowMs < now) this.#windows.delete(key);
    }
    this.#forgetAt = Math.max(FEWEST_WINDOWS, 2 * this.#windows.size);
  }
}
