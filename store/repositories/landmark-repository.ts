import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { LandmarkTable } from '../tables/place-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';
import { containing } from './containing.ts';

export type Landmark = Selectable<LandmarkTable>;

/** What people name to say where they are. */
export class LandmarkRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  all(): Promise<Landmark[]> {
    return this.#query.selectFrom('landmark').selectAll().orderBy('id').execute();
  }

  byId(id: string): Promise<Landmark | undefined> {
    return this.#query.selectFrom('landmark').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** By id, those behind `after`. */
  page(
    { words, townCode, kind }: { words: string | null; townCode: string | null; kind: Landmark['kind'] | null },
    { after, limit }: { after: string; limit: number },
  ): Promise<Landmark[]> {
    let query = this.#query.selectFrom('landmark').selectAll().where('id', '>', after).orderBy('id').limit(limit);
    if (townCode !== null) query = query.where('town_code', '=', townCode);
    if (kind !== null) query = query.where('kind', '=', kind);
    if (words !== null) {
      query = query.where((where) =>
        where.or(['name', 'name_en', 'other_names', 'id'].map((column) => containing(column, words))),
      );
    }
    return query.execute();
  }

  /** Adds landmarks, and replaces those whose ids are there. */
  save(landmarks: readonly Landmark[]): Statement[] {
    return upsertRows(this.#query, 'landmark', landmarks);
  }

  /** Refused as `duplicate` where the id is taken. */
  add(landmark: Landmark): Statement {
    const insert = this.#query.insertInto('landmark').values(landmark);
    return statement(
      insert.onConflict((conflict) => conflict.doNothing()),
      { expect: 1, refusal: 'duplicate' },
    );
  }

  /** Refused as `version` where somebody has changed it since. */
  change(id: string, { version, ...columns }: Omit<Landmark, 'id'>): Statement {
    const update = this.#query.updateTable('landmark').set({ ...columns, version: version + 1 });
    return statement(update.where('id', '=', id).where('version', '=', version), { expect: 1, refusal: 'version' });
  }

  /** Refused as `version` where somebody has changed it since. */
  remove(id: string, version: number): Statement {
    const removal = this.#query.deleteFrom('landmark').where('id', '=', id).where('version', '=', version);
    return statement(removal, { expect: 1, refusal: 'version' });
  }
}
