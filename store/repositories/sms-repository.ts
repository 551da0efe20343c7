import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { SmsTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type Sms = Selectable<SmsTable>;

/** Text messages on their way to the gateway. */
export class SmsRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Newest first. */
  latest(limit: number): Promise<Sms[]> {
    return this.#query.selectFrom('sms').selectAll().orderBy('created_at', 'desc').orderBy('id').limit(limit).execute();
  }
}
