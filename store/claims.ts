import type { Kysely } from 'kysely';
import { type Database, type Statement, statement } from './database.ts';
import type { Tables } from './tables.ts';

/** Claims on jobs that one process of several may do, kept in SQL: unlike a lease they fence. */
export class Claims {
  readonly #database: Database;
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#database = database;
    this.#query = database.query;
  }

  /** True where the job is now this holder's for `forMs`; false where another's claim still holds. */
  async claim(name: string, given: { holder: string; now: number; forMs: number }): Promise<boolean> {
    const { holder, now, forMs } = given;
    const row = { name, holder, until_at: now + forMs };
    const insert = this.#query.insertInto('claim').values(row);
    const take = insert.onConflict((conflict) =>
      conflict
        .column('name')
        .doUpdateSet({ holder, until_at: now + forMs })
        .where(({ eb, or, ref }) => or([eb(ref('claim.until_at'), '<', now), eb(ref('claim.holder'), '=', holder)])),
    );
    const outcome = await this.#database.commit([statement(take, { expect: 1, refusal: 'claimed' })]);
    return outcome.ok;
  }

  /** Whether another's claim holds; only reads. */
  async isTaken(name: string, { holder, now }: { readonly holder: string; readonly now: number }): Promise<boolean> {
    const other = await this.#query
      .selectFrom('claim')
      .select('name')
      .where('name', '=', name)
      .where('holder', '!=', holder)
      .where('until_at', '>=', now)
      .executeTakeFirst();
    return other !== undefined;
  }

  /** For a commit that is the job's: refused as `claim` where the job has become another's meanwhile. */
  fence(name: string, holder: string): Statement {
    const held = this.#query.updateTable('claim').set({ holder }).where('name', '=', name).where('holder', '=', holder);
    return statement(held, { expect: 1, refusal: 'claim' });
  }
}
