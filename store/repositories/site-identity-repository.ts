import { type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { IdentityUseTable } from '../tables/work-tables.ts';

export type IdentityUse = Selectable<IdentityUseTable>;

/** Identities signed by the utility's website that were taken: each is good once. */
export class SiteIdentityRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Refused as `identity_used` where it was taken before. */
  take(use: IdentityUse): Statement {
    const insert = this.#database.query
      .insertInto('identity_use')
      .values(use)
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'identity_used' });
  }

  /** Whether a conversation has ever been another account's, by the website's word or by a code: what was said in it is theirs. */
  async isOfAnother(conversationId: string, accountId: string): Promise<boolean> {
    const { query } = this.#database;
    const rows = await query
      .selectFrom('identity_use')
      .select('account_id')
      .where('conversation_id', '=', conversationId)
      .where('account_id', '!=', accountId)
      .unionAll(
        query
          .selectFrom('verification')
          .select(({ fn }) => fn.coalesce('account_id', sql.lit('')).as('account_id'))
          .where('conversation_id', '=', conversationId)
          .where('verified_at', 'is not', null)
          .where('account_id', '!=', accountId),
      )
      .limit(1)
      .execute();
    return rows.length > 0;
  }
}
