import type { Logger } from 'pino';
import type { ConversationRepository } from '../../store/repositories/conversation-repository.ts';
import type { Mailbox } from './mailbox.ts';

const EVERY_MS = 2000;
/** Inbound that has waited so long was left behind by a process that died, or a wake was lost. */
const OVERDUE_MS = 5000;
const AT_A_TIME = 200;
/** How many conversations are looked after at once where no try has been interrupted yet. */
const SIDE_BY_SIDE = 8;

/**
 * Looks for what nobody is handling: inbound of dead processes, service sessions that have gone quiet, tickets
 * whose clocks run out, customers who have yet to hear of them, and what has been kept long enough.
 */
export class Sweeper {
  readonly #parts: {
    readonly conversations: ConversationRepository;
    readonly mailbox: Mailbox;
    readonly log: Logger;
    readonly now: () => number;
    readonly closeIdle: () => Promise<void>;
    readonly watchTickets: () => Promise<void>;
    readonly tellCustomers: () => Promise<void>;
    readonly forget: () => Promise<void>;
  };
  #timer: NodeJS.Timeout | null = null;
  #sweeping: Promise<void> = Promise.resolve();

  constructor(parts: {
    conversations: ConversationRepository;
    mailbox: Mailbox;
    log: Logger;
    now: () => number;
    closeIdle: () => Promise<void>;
    watchTickets: () => Promise<void>;
    tellCustomers: () => Promise<void>;
    forget: () => Promise<void>;
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

  /** What fails stands in the way of nothing else. */
  async #sweepOnce(before: number): Promise<void> {
    const { conversations, log, closeIdle, watchTickets, tellCustomers, forget } = this.#parts;
    const recover = async () => this.#recover(await conversations.withOverdueInbound(before, AT_A_TIME));
    for (const [task, run] of Object.entries({ recover, closeIdle, watchTickets, tellCustomers, forget })) {
      try {
        await run();
      } catch (error) {
        log.warn({ err: error, task }, 'sweeping failed; it is tried again');
      }
    }
  }

  /**
   * What was interrupted once may be what ended the process: it is taken up last and alone, so that a message which kills
   * has its tries counted and no other with it.
   */
  async #recover(left: readonly { id: string; tries: number }[]): Promise<void> {
    const { mailbox } = this.#parts;
    // What only waits for its turn here is not left behind.
    const lost = left.filter(({ id }) => !mailbox.has(id));
    const fresh = lost.filter(({ tries }) => tries <= 1);
    const lane = async () => {
      for (let next = fresh.shift(); next; next = fresh.shift()) await mailbox.handle(next.id);
    };
    await Promise.all(Array.from({ length: SIDE_BY_SIDE }, lane));
    for (const { id, tries } of lost) if (tries > 1) await mailbox.handle(id);
  }
}
