import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { BannerTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type StoredBanner = Selectable<BannerTable>;

/** Banners: what is said first to whoever writes, while a fault is known. */
export class BannerRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Those that stand at a moment, newest first. */
  standing(now: number): Promise<StoredBanner[]> {
    return this.#query
      .selectFrom('banner')
      .selectAll()
      .where('from_at', '<=', now)
      .where((where) => where.or([where('until_at', 'is', null), where('until_at', '>', now)]))
      .orderBy('from_at', 'desc')
      .execute();
  }

  /** Standing and ended, newest first. */
  newest(limit: number): Promise<StoredBanner[]> {
    return this.#query.selectFrom('banner').selectAll().orderBy('from_at', 'desc').orderBy('id').limit(limit).execute();
  }

  byId(id: string): Promise<StoredBanner | undefined> {
    return this.#query.selectFrom('banner').selectAll().where('id', '=', id).executeTakeFirst();
  }

  add(banner: StoredBanner): Statement {
    return statement(this.#query.insertInto('banner').values(banner), { expect: 1 });
  }

  /** Refused as `gone` where somebody removed it meanwhile. */
  remove(id: string): Statement {
    return statement(this.#query.deleteFrom('banner').where('id', '=', id), { expect: 1, refusal: 'gone' });
  }
}
