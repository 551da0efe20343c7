import type { Kysely } from 'kysely';
import type { Database, Statement } from '../database.ts';
import type { Tables } from '../tables.ts';
import { type SmsText, smsToHolder } from './sms-to-holder.ts';

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

  /** Stands in the commit of what its holder is told of, by text message to the telephone that is registered now. */
  tellHolder(id: string, sms: SmsText): Statement {
    return smsToHolder(this.#query, { column: 'account.id', value: id }, sms);
  }
}
