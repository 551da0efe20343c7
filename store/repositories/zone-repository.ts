import { type Kysely, sql } from 'kysely';
import type { ZoneCounts } from '../../domain/tickets/zone-of-area.ts';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

/** In which zones the premises of an area are. */
export class ZoneRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Of a town (nine digits) or a village (twelve): a village's code begins with its town's. */
  async counts(code: string): Promise<ZoneCounts> {
    const rows = await this.#query
      .selectFrom('premises')
      .select(['zone', sql<number>`count(*)`.as('count')])
      .where('village_code', '>=', code)
      .where('village_code', '<', `${code}:`)
      .groupBy('zone')
      .execute();
    return Object.fromEntries(rows.map(({ zone, count }) => [zone, Number(count)]));
  }
}
