import { type Database, statement } from '../../store/database.ts';
import { KeptBillingRepository } from '../../store/repositories/kept-billing-repository.ts';

const EVERY_MS = 10 * 60_000;

/** Forgets what the billing system last said, and signed identities that could no longer be used, once their time is over. */
export class MoneyRetention {
  readonly #database: Database;
  readonly #now: () => number;
  readonly #kept: KeptBillingRepository;
  #nextAt = 0;

  constructor({ database, now }: { readonly database: Database; readonly now: () => number }) {
    this.#database = database;
    this.#now = now;
    this.#kept = new KeptBillingRepository(database);
  }

  /** Called again and again; does its work every ten minutes. */
  async forget(): Promise<void> {
    const at = this.#now();
    if (at < this.#nextAt) return;
    this.#nextAt = at + EVERY_MS;
    const { query } = this.#database;
    await this.#database.commit([
      this.#kept.forgetExpired(at),
      statement(query.deleteFrom('identity_use').where('expires_at', '<=', at)),
    ]);
  }
}
