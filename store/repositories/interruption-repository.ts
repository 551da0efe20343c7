import { type Kysely, sql } from 'kysely';
import { MOST_PARAMETERS } from '../bulk-insert.ts';
import type { Database, Statement } from '../database.ts';
import type { InterruptionTable } from '../tables/reliability-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';

/** Interruptions of supply as they were recorded, and the customers that they are measured against. */
export class InterruptionRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Those that began from one moment on and before the other. */
  begunWithin(from: number, before: number): Promise<InterruptionTable[]> {
    return this.#query
      .selectFrom('interruption')
      .selectAll()
      .where('from_at', '>=', from)
      .where('from_at', '<', before)
      .orderBy('from_at')
      .orderBy('id')
      .execute();
  }

  async byIds(ids: readonly string[]): Promise<InterruptionTable[]> {
    const found: InterruptionTable[] = [];
    for (let from = 0; from < ids.length; from += MOST_PARAMETERS) {
      const chunk = ids.slice(from, from + MOST_PARAMETERS);
      found.push(...(await this.#query.selectFrom('interruption').selectAll().where('id', 'in', chunk).execute()));
    }
    return found;
  }

  /** Adds interruptions, and replaces those whose ids are there. */
  save(interruptions: readonly InterruptionTable[]): Statement[] {
    return upsertRows(this.#query, 'interruption', interruptions);
  }

  /** Accounts that are served now, by town. */
  async customersByTown(): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#query
      .selectFrom('account')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .select(['premises.town_code', sql<number>`count(*)`.as('customers')])
      .groupBy('premises.town_code')
      .execute();
    return new Map(rows.map(({ town_code, customers }) => [town_code, Number(customers)]));
  }
}
