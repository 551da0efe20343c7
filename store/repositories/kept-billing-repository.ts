import type { Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { BillingRecordTable } from '../tables/utility-tables.ts';

export type KeptBilling = Selectable<BillingRecordTable>;

/** What the billing system last said about accounts, sealed, for when it does not answer. */
export class KeptBillingRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** One that may still be shown. */
  of(accountId: string, now: number): Promise<KeptBilling | undefined> {
    return this.#database.query
      .selectFrom('billing_record')
      .selectAll()
      .where('account_id', '=', accountId)
      .where('expires_at', '>', now)
      .executeTakeFirst();
  }

  /** In place of an older one. Rejects with StoreError. */
  async keep(kept: KeptBilling): Promise<void> {
    const insert = this.#database.query
      .insertInto('billing_record')
      .values(kept)
      .onConflict((conflict) =>
        conflict
          .column('account_id')
          .doUpdateSet((excluded) => ({
            sealed: excluded.ref('excluded.sealed'),
            at: excluded.ref('excluded.at'),
            expires_at: excluded.ref('excluded.expires_at'),
          }))
          .whereRef('billing_record.at', '<', 'excluded.at'),
      );
    await this.#database.commit([statement(insert)]);
  }

  async drop(accountId: string): Promise<void> {
    await this.#database.commit([
      statement(this.#database.query.deleteFrom('billing_record').where('account_id', '=', accountId)),
    ]);
  }

  forgetExpired(now: number): Statement {
    return statement(this.#database.query.deleteFrom('billing_record').where('expires_at', '<=', now));
  }
}
