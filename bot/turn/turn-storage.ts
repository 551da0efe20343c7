import { AsyncLocalStorage } from 'node:async_hooks';
import type { Storage, StoreItems } from 'botbuilder';
import type { UnitOfWork } from '../../store/unit-of-work.ts';

/**
 * Bot Framework's Storage on a turn's unit of work: reads what the turn began with, writes into its commit. The guard
 * against two turns at once is the conversation's version; eTags, which BotState ignores, are not kept.
 */
export class TurnStorage implements Storage {
  readonly #current = new AsyncLocalStorage<UnitOfWork>();

  /** Runs `logic` with `work` as what this storage reads and writes. */
  within<T>(work: UnitOfWork, logic: () => Promise<T>): Promise<T> {
    return this.#current.run(work, logic);
  }

  async read(keys: string[]): Promise<StoreItems> {
    const work = this.#work();
    const items: StoreItems = {};
    for (const key of keys) {
      const value = work.readState(key);
      if (value !== undefined) items[key] = JSON.parse(value);
    }
    return items;
  }

  async write(changes: StoreItems): Promise<void> {
    const work = this.#work();
    for (const [key, value] of Object.entries(changes)) {
      const { eTag: _eTag, ...rest } = value as Record<string, unknown>;
      work.writeState(key, JSON.stringify(rest));
    }
  }

  async delete(keys: string[]): Promise<void> {
    const work = this.#work();
    for (const key of keys) work.writeState(key, '{}');
  }

  #work(): UnitOfWork {
    const work = this.#current.getStore();
    if (!work) throw new Error('bot state is read and written within a turn only');
    return work;
  }
}
