import type { Selectable } from 'kysely';
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

  /** Whose a conversation was last said to be. */
  async accountOf(conversationId: string): Promise<string | undefined> {
    const row = await this.#database.query
      .selectFrom('identity_use')
      .select('account_id')
      .where('conversation_id', '=', conversationId)
      .orderBy('at', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.account_id;
  }
}
