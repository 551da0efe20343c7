import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { PlaceNeedTable } from '../tables/place-tables.ts';
import type { Tables } from '../tables.ts';

export type PlaceNeed = Selectable<PlaceNeedTable>;

/** Where customers found no place to pay at, for whoever plans new ones. */
export class PlaceNeedRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  add(need: PlaceNeed): Statement {
    return statement(this.#query.insertInto('place_need').values(need), { expect: 1 });
  }

  /** Newest first, from one moment on and before the other. */
  within(from: number, before: number, limit: number): Promise<PlaceNeed[]> {
    return this.#query
      .selectFrom('place_need')
      .selectAll()
      .where('at', '>=', from)
      .where('at', '<', before)
      .orderBy('at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
  }
}
