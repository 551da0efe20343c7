import { type Kysely, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';
import { reading } from '../template.ts';

/** Tells every process whether the places that it holds are still those of the store. */
export class PlaceRevision {
  readonly #query: Kysely<Tables>;
  readonly #read;

  constructor(database: Database) {
    const { query } = database;
    this.#query = query;
    this.#read = reading<Record<string, never>, { revision: number }>(database, () =>
      query.selectFrom('place_revision').select('revision').where('id', '=', 'places'),
    );
  }

  async current(): Promise<number> {
    return Number((await this.#read({}))[0]?.revision ?? 0);
  }

  /** For every commit that changes places or landmarks. */
  raise(): Statement {
    const raised = this.#query.updateTable('place_revision').set({ revision: sql`revision + 1` });
    return statement(raised.where('id', '=', 'places'), { expect: 1 });
  }
}
