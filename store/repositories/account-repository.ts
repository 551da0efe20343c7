import type { Kysely } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

/** Whose accounts there are. */
export class AccountRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  async idOf(number: string): Promise<string | undefined> {
    const row = await this.#query.selectFrom('account').select('id').where('number', '=', number).executeTakeFirst();
    return row?.id;
  }

  async numberOf(id: string): Promise<string | undefined> {
    const row = await this.#query.selectFrom('account').select('number').where('id', '=', id).executeTakeFirst();
    return row?.number;
  }
}
