import { StoreError } from '../../store/database.ts';
import type { Nerve } from '../../store/nerve/nerve.ts';
import { QueuePlace, TurnQueue } from './turn-queue.ts';

/** How long a conversation’s lease holds without renewal: longer than turns take, and no longer than a customer would wait after a crash. */
const LEASE_MS = 10_000;
const LEASE_RETRY_MS = 50;
/** Waits before the next try after a turn failed, by how many failed before; after the last it is set aside. */
const RETRY_MS = [50, 500, 0];
/** Enough to share one sync of the disk, or to keep a database over the network busy; what waits longer is put in order here. */
const QUEUE = { atOnce: 64, roundMs: 40, oldestEvery: 8 };

export interface MailboxParts {
  readonly nerve: Nerve;
  /** Handles one inbound. Rejects where handling failed. */
  readonly handleNext: (
    conversationId: string,
    firstTries: Set<number>,
    failures: number,
  ) => Promise<{ readonly more: boolean }>;
  readonly failed: (conversationId: string, error: unknown) => void;
}

/** An inbound that this process has just accepted. */
export interface JustAccepted {
  readonly seq: number;
  /** Whether somebody is in danger by it; asked only where the conversation has to wait. */
  readonly isUrgent: () => boolean;
}

interface Box {
  /** Resolves when nothing waits any more, or when it was left to the sweeper. */
  run: Promise<void>;
  /** Inbound accepted here whose first try is yet to be made. */
  readonly firstTries: Set<number>;
  readonly place: QueuePlace;
  /** Something waits, as far as is known. */
  again: boolean;
  failures: number;
}

/**
 * Every conversation is a mailbox: its inbound is handled one at a time, in order, by the process that holds its lease.
 * Waking is cheap and may be done once too often; a wake that is lost is made good by the sweeper.
 */
export class Mailbox {
  readonly #parts: MailboxParts;
  readonly #boxes = new Map<string, Box>();
  readonly #queue = new TurnQueue(QUEUE);
  #draining = false;

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** Something waits in the conversation. */
  wake(conversationId: string, accepted?: JustAccepted): void {
    if (this.#draining) return;
    const open = this.#boxes.get(conversationId);
    const box = open ?? newBox();
    if (accepted) {
      box.firstTries.add(accepted.seq);
      box.place.looks.push(accepted.isUrgent);
    }
    box.again = true;
    if (open) {
      this.#queue.noticed(box.place);
      return;
    }
    this.#boxes.set(conversationId, box);
    box.run = this.#run(conversationId, box);
  }

  /** Whether it is being handled, or waits for it, in this process. */
  has(conversationId: string): boolean {
    return this.#boxes.has(conversationId);
  }

  /** Wakes the conversation and resolves when what waits in it has been handled, or handling it was given up for now. */
  async handle(conversationId: string): Promise<void> {
    this.wake(conversationId);
    await this.#boxes.get(conversationId)?.run;
  }

  /** Takes no new turns and resolves when those in hand are done. */
  async drain(): Promise<void> {
    this.#draining = true;
    this.#queue.close();
    await Promise.all([...this.#boxes.values()].map(({ run }) => run));
  }

  get open(): number {
    return this.#boxes.size;
  }

  async #run(conversationId: string, box: Box): Promise<void> {
    try {
      while (box.again && (await this.#queue.enter(box.place))) {
        let rest: number;
        try {
          box.again = false;
          rest = await this.#handleOne(conversationId, box);
        } finally {
          this.#queue.leave();
        }
        if (rest > 0) await new Promise((resolve) => setTimeout(resolve, rest));
      }
    } catch (error) {
      this.#parts.failed(conversationId, error);
    } finally {
      this.#boxes.delete(conversationId);
      if (box.again) this.wake(conversationId);
    }
  }

  /** Resolves with the milliseconds to wait before the next. The lease is held no longer than it takes: whoever is free may be next. */
  async #handleOne(conversationId: string, box: Box): Promise<number> {
    const lease = await this.#parts.nerve.lease(`mailbox:${conversationId}`, LEASE_MS);
    if (!lease) {
      // Another process is at it and may have looked before ours came in: ask again until it is ours or done.
      box.again = true;
      return LEASE_RETRY_MS;
    }
    try {
      const { more } = await this.#parts.handleNext(conversationId, box.firstTries, box.failures);
      box.failures = 0;
      box.again ||= more;
      return 0;
    } catch (error) {
      this.#parts.failed(conversationId, error);
      const wait = RETRY_MS[box.failures];
      // A store that is away is no fault of the message: the sweeper comes back to it.
      if (wait === undefined || error instanceof StoreError) return 0;
      box.failures += 1;
      box.again = true;
      return wait;
    } finally {
      await lease.release();
    }
  }
}

function newBox(): Box {
  return { firstTries: new Set(), place: new QueuePlace(), again: false, failures: 0, run: Promise.resolve() };
}
