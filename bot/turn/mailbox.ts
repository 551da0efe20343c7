import { StoreError } from '../../store/database.ts';
import type { Lease, Nerve } from '../../store/nerve/nerve.ts';

/** How long a conversation’s lease holds without renewal: longer than turns take, and no longer than a customer would wait after a crash. */
const LEASE_MS = 10_000;
const LEASE_RETRY_MS = 50;
/** Waits before the next try after a turn failed, by how many failed before; after the last it is set aside. */
const RETRY_MS = [50, 500, 0];

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

interface Box {
  /** Resolves when nothing waits any more, or when it was left to the sweeper. */
  run: Promise<void>;
  /** Inbound accepted here whose first try is yet to be made. */
  readonly firstTries: Set<number>;
  /** Something came in since the last look. */
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
  #draining = false;

  constructor(parts: MailboxParts) {
    this.#parts = parts;
  }

  /** Something waits in the conversation. `acceptedSeq` names an inbound that this process has just accepted. */
  wake(conversationId: string, acceptedSeq?: number): void {
    if (this.#draining) return;
    const open = this.#boxes.get(conversationId);
    const box = open ?? { firstTries: new Set(), again: false, failures: 0, run: Promise.resolve() };
    if (acceptedSeq !== undefined) box.firstTries.add(acceptedSeq);
    box.again = true;
    if (open) return;
    this.#boxes.set(conversationId, box);
    box.run = this.#run(conversationId, box);
  }

  /** Wakes the conversation and resolves when what waits in it has been handled, or handling it was given up for now. */
  async handle(conversationId: string): Promise<void> {
    this.wake(conversationId);
    await this.#boxes.get(conversationId)?.run;
  }

  /** Takes no new turns and resolves when those in hand are done. */
  async drain(): Promise<void> {
    this.#draining = true;
    await Promise.all([...this.#boxes.values()].map(({ run }) => run));
  }

  get open(): number {
    return this.#boxes.size;
  }

  async #run(conversationId: string, box: Box): Promise<void> {
    try {
      while (box.again && !this.#draining) {
        box.again = false;
        const lease = await this.#parts.nerve.lease(`mailbox:${conversationId}`, LEASE_MS);
        if (lease) {
          try {
            await this.#empty(conversationId, box, lease);
          } finally {
            await lease.release();
          }
        } else {
          // Another process is at it and may have looked before ours came in: ask again until it is ours or done.
          await new Promise((resolve) => setTimeout(resolve, LEASE_RETRY_MS));
          box.again = true;
        }
      }
    } catch (error) {
      this.#parts.failed(conversationId, error);
    } finally {
      this.#boxes.delete(conversationId);
      if (box.again) this.wake(conversationId);
    }
  }

  async #empty(conversationId: string, box: Box, lease: Lease): Promise<void> {
    while (!this.#draining) {
      try {
        const { more } = await this.#parts.handleNext(conversationId, box.firstTries, box.failures);
        box.failures = 0;
        if (!more) return;
      } catch (error) {
        this.#parts.failed(conversationId, error);
        const wait = RETRY_MS[box.failures];
        // A store that is away is no fault of the message: the sweeper comes back to it.
        if (wait === undefined || error instanceof StoreError) return;
        box.failures += 1;
        await new Promise((resolve) => setTimeout(resolve, wait));
      }
      if (!(await lease.renew())) return;
    }
  }
}
