import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { IdempotentAnswerTable } from '../tables/integration-tables.ts';
import type { Tables } from '../tables.ts';

export type IdempotentAnswer = Selectable<IdempotentAnswerTable>;

/** What changes that carried an idempotency key were answered, so that the same is answered again. */
export class IdempotentAnswerRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  find({ client, key }: Pick<IdempotentAnswer, 'client' | 'key'>): Promise<IdempotentAnswer | undefined> {
    return this.#query
      .selectFrom('idempotent_answer')
      .selectAll()
      .where('client', '=', client)
      .where('key', '=', key)
      .executeTakeFirst();
  }

  /** Stands in the commit of the change itself; refused as `idempotency_key` where the key is taken. */
  keep(answer: IdempotentAnswer): Statement {
    const insert = this.#query
      .insertInto('idempotent_answer')
      .values(answer)
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'idempotency_key' });
  }

  forget(before: number): Statement {
    return statement(this.#query.deleteFrom('idempotent_answer').where('created_at', '<', before));
  }
}
