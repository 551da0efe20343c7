import type { ChainHead } from '../../domain/audit/examine-chain.ts';
import { linkEntries } from '../../domain/audit/link-entries.ts';
import type { Claims } from '../../store/claims.ts';
import type { Database } from '../../store/database.ts';
import type { AuditChainRepository } from '../../store/repositories/audit-chain-repository.ts';
import { sha256 } from './sha256.ts';

/** The job of chaining, which only one process does. */
const CLAIM = 'audit-chain';
/** A process that dies leaves the job to another after so long. */
const CLAIM_MS = 15_000;
const EVERY_MS = 1000;
const AT_A_TIME = 500;

export interface ChainerParts {
  readonly database: Database;
  readonly chain: AuditChainRepository;
  readonly claims: Claims;
  /** Names this process. */
  readonly holder: string;
  readonly now: () => number;
}

interface ChainerTold {
  readonly failed: (error: unknown) => void;
  /** The chain ends with this now. */
  readonly chained: (head: ChainHead) => void;
}

/**
 * Chains what turns and people have written to the audit log, behind them: their commits never wait for it. Links, and
 * their entries' leaving the list of those that wait, are one commit, fenced by the claim: a process that dies in the
 * middle has done all of it or nothing, and the next goes on from the head that stands.
 */
export class AuditChainer {
  readonly #parts: ChainerParts;
  readonly #told: ChainerTold;
  #timer: NodeJS.Timeout | null = null;
  #looking: Promise<void> = Promise.resolve();
  #busy = false;
  #stopped = false;

  constructor(parts: ChainerParts, told: ChainerTold) {
    this.#parts = parts;
    this.#told = told;
  }

  start(): void {
    this.#timer = setInterval(() => {
      if (!this.#busy) void this.look();
    }, EVERY_MS);
  }

  /** What is written until now is chained, where this process has the job. */
  async stop(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    await this.look();
    this.#stopped = true;
  }

  /** Resolves when all that waited is chained, or at once where another process has the job. */
  look(): Promise<void> {
    this.#looking = this.#looking.then(() => this.#lookOnce());
    return this.#looking;
  }

  async #lookOnce(): Promise<void> {
    if (this.#stopped) return;
    this.#busy = true;
    try {
      while (await this.#chainSome());
    } catch (error) {
      this.#told.failed(error);
    } finally {
      this.#busy = false;
    }
  }

  /** True where more may wait. */
  async #chainSome(): Promise<boolean> {
    const { database, chain, claims, holder, now } = this.#parts;
    if (!(await chain.anyWaits())) return false;
    if (!(await claims.claim(CLAIM, { holder, now: now(), forMs: CLAIM_MS }))) return false;
    const [head, entries] = await Promise.all([chain.head(), chain.waiting(AT_A_TIME)]);
    if (entries.length === 0) return false;
    const links = linkEntries(head, entries, { sha256, chainedAt: now() });
    const { ok } = await database.commit([claims.fence(CLAIM, holder), ...chain.chain(links)]);
    const last = links.at(-1);
    if (ok && last) this.#told.chained(last);
    return ok && entries.length === AT_A_TIME;
  }
}
