import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { Redis } from 'ioredis';
import type { Lease, Nerve, Spending } from './nerve.ts';
import { slidingCount } from './sliding-window.ts';

const RENEW =
  "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('pexpire', KEYS[1], ARGV[2]) end return 0";
const RELEASE = "if redis.call('get', KEYS[1]) == ARGV[1] then return redis.call('del', KEYS[1]) end return 0";
/** Reads both windows and the server's clock, counts when the caller's rule will allow: the same arithmetic as slidingCount. */
const SPEND = `
local t = redis.call('time')
local now = t[1] * 1000 + math.floor(t[2] / 1000)
local size = tonumber(ARGV[2])
local index = math.floor(now / size)
local kept = redis.call('hmget', KEYS[1], 'index', 'used', 'before')
local used, before = 0, 0
if kept[1] and tonumber(kept[1]) == index then used = tonumber(kept[2]); before = tonumber(kept[3])
elseif kept[1] and tonumber(kept[1]) == index - 1 then before = tonumber(kept[2]) end
local weighed = used + before * (1 - (now % size) / size)
local spent = used
if weighed + 1 <= tonumber(ARGV[1]) then spent = used + 1 end
redis.call('hset', KEYS[1], 'index', index, 'used', spent, 'before', before)
redis.call('pexpire', KEYS[1], size * 2)
return {used, before, now}`;

/**
 * The nervous system over Redis. Every key is its own hash slot, every script touches one key: safe on a cluster.
 * While Redis is away, leases are given freely (SQL fences), limits let through, and messages are lost: readers sweep.
 */
export class RedisNerve implements Nerve {
  readonly #commands: Redis;
  readonly #subscriber: Redis;
  readonly #topics = new EventEmitter().setMaxListeners(0);
  readonly #prefix: string;
  /** The connection is lost: nobody waits for it, it comes back by itself. */
  #away = false;

  constructor(url: string, options: { prefix?: string; onError?: (error: Error) => void } = {}) {
    this.#prefix = options.prefix ?? 'sb:';
    const settings = {
      maxRetriesPerRequest: 1,
      enableOfflineQueue: true,
      enableAutoPipelining: true,
      commandTimeout: 2000,
      connectTimeout: 5000,
    };
    this.#commands = new Redis(url, settings);
    this.#subscriber = new Redis(url, { ...settings, maxRetriesPerRequest: null, commandTimeout: undefined as never });
    for (const client of [this.#commands, this.#subscriber]) client.on('error', options.onError ?? (() => {}));
    this.#commands.on('close', () => {
      this.#away = true;
    });
    this.#commands.on('ready', () => {
      this.#away = false;
    });
    this.#subscriber.on('message', (channel: string, message: string) =>
      this.#topics.emit(channel.slice(this.#prefix.length), message),
    );
  }

  async lease(key: string, ttlMs: number): Promise<Lease | null> {
    const name = `${this.#prefix}lease:${key}`;
    const token = randomUUID();
    const taken = await this.#orElse(() => this.#commands.set(name, token, 'PX', ttlMs, 'NX'), 'away' as const);
    if (taken === null) return null;
    if (taken === 'away') return { renew: async () => true, release: async () => {} };
    return {
      renew: async () => (await this.#orElse(() => this.#commands.eval(RENEW, 1, name, token, ttlMs), 1)) === 1,
      release: async () => {
        await this.#orElse(() => this.#commands.eval(RELEASE, 1, name, token), 0);
      },
    };
  }

  publish(topic: string, message: string): void {
    void this.#orElse(() => this.#commands.publish(this.#prefix + topic, message), 0);
  }

  subscribe(topic: string, listener: (message: string) => void): () => void {
    if (this.#topics.listenerCount(topic) === 0)
      void this.#orElse(() => this.#subscriber.subscribe(this.#prefix + topic), 0);
    this.#topics.on(topic, listener);
    return () => {
      this.#topics.off(topic, listener);
      if (this.#topics.listenerCount(topic) === 0) {
        this.#listen('unsubscribe', topic);
      }
    };
  }

  async spend(key: string, limit: number, windowMs: number): Promise<Spending> {
    const name = `${this.#prefix}limit:${key}`;
    const ask = () => this.#commands.eval(SPEND, 1, name, limit, windowMs);
    const [used, before, now] = await this.#orElse<number[]>(ask, []);
    if (used === undefined || before === undefined || now === undefined) return { allowed: true, retryAfterMs: 0 };
    return slidingCount({ used, before, now, limit, windowMs });
  }

  async beat(group: string, member: string, ttlMs: number): Promise<void> {
    const name = `${this.#prefix}group:${group}`;
    await this.#orElse(() => this.#commands.zadd(name, Date.now() + ttlMs, member), 0);
  }

  async leave(group: string, member: string): Promise<void> {
    await this.#orElse(() => this.#commands.zrem(`${this.#prefix}group:${group}`, member), 0);
  }

  async present(group: string): Promise<string[]> {
    const name = `${this.#prefix}group:${group}`;
    const members = await this.#orElse(() => this.#commands.zrangebyscore(name, `(${Date.now()}`, '+inf'), []);
    void this.#orElse(() => this.#commands.zremrangebyscore(name, '-inf', Date.now()), 0);
    return members.sort();
  }

  async ping(): Promise<void> {
    await this.#commands.ping();
  }

  async close(): Promise<void> {
    this.#topics.removeAllListeners();
    this.#commands.disconnect();
    this.#subscriber.disconnect();
  }

  /** The client keeps its subscriptions in mind and sends them again when Redis is back; a refusal while it is away is no news. */
  #listen(command: 'subscribe' | 'unsubscribe', topic: string): void {
    this.#subscriber[command](this.#prefix + topic).catch(() => undefined);
  }

  /** Redis away costs speed and liveness, never an error in a turn. */
  async #orElse<T>(ask: () => Promise<unknown>, otherwise: T): Promise<T> {
    if (this.#away) return otherwise;
    try {
      return (await ask()) as T;
    } catch {
      return otherwise;
    }
  }
}
