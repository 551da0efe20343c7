import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

export interface AreaCentre {
  readonly code: string;
  readonly townCode: string;
  readonly lat: number;
  readonly lon: number;
  /** How many premises it is the middle of. */
  readonly premises: number;
}

/** Where areas lie, as far as the premises in them tell. */
export class AreaRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** The middle of the premises of every village that has any. */
  async villageCentres(): Promise<AreaCentre[]> {
    const rows = await this.#query
      .selectFrom('premises')
      .select(({ fn }) => [
        'village_code',
        'town_code',
        fn.avg<number>('lat').as('lat'),
        fn.avg<number>('lon').as('lon'),
        sql<number>`count(*)`.as('premises'),
      ])
      .groupBy(['village_code', 'town_code'])
      .execute();
    return rows.map(({ village_code, town_code, lat, lon, premises }) => ({
      code: village_code,
      townCode: town_code,
      lat: Number(lat),
      lon: Number(lon),
      premises: Number(premises),
    }));
  }
}
