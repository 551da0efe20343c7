import type { Logger } from 'pino';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { Mailbox } from './mailbox.ts';

const EVERY_MS = 2000;
/** Inbound that has waited so long was left behind by a process that died, or a wake was lost. */
const OVERDUE_MS = 5000;
const AT_A_TIME = 200;

/** Looks for what nobody is handling: inbound of dead processes, and service sessions that have gone quiet. */
export class Sweeper {
  readonly #parts: {
    readonly conversations: ConversationRepository;
    readonly mailbox: Mailbox;
    readonly log: Logger;
    readonly now: () => number;
    readonly closeIdle: () => Promise<void>;
  };
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(parts: {
    conversations: ConversationRepository;
    mailbox: Mailbox;
    log: Logger;
    now: () => number;
    closeIdle: () => Promise<void>;
  }) {
    this.#parts = parts;
  }

  /** Sweeps at once (everything unhandled is from before the start) and then again and again. */
  start(): void {
    void this.sweep(this.#parts.now());
    this.#timer = setInterval(() => {
      void this.sweep(this.#parts.now() - OVERDUE_MS);
    }, EVERY_MS);
  }

  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.#sweeping;
  }

  sweep(before: number): Promise<void> {
    this.#sweeping = this.#sweeping.then(() => this.#sweepOnce(before));
    return this.#sweeping;
  }

  async #sweepOnce(before: number): Promise<void> {
    const { conversations, mailbox, log, closeIdle } = this.#parts;
    try {
      for (const id of await conversations.withOverdueInbound(before, AT_A_TIME)) mailbox.wake(id);
      await closeIdle();
    } catch (error) {
      log.warn({ err: error }, 'sweeping failed; it is tried again');
    }
  }
}
