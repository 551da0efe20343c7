import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { ApiKeyTable } from '../tables/integration-tables.ts';
import type { Tables } from '../tables.ts';

export type ApiKey = Selectable<ApiKeyTable>;

/** Keys of other systems. The keys themselves are with their holders only. */
export class ApiKeyRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  add(key: Omit<ApiKey, 'revoked_at' | 'last_used_at'>): Statement {
    return statement(this.#query.insertInto('api_key').values({ ...key, revoked_at: null, last_used_at: null }), {
      expect: 1,
    });
  }

  /** The key of a hash, where it is good at that moment. */
  good(keyHash: string, now: number): Promise<ApiKey | undefined> {
    return this.#query
      .selectFrom('api_key')
      .selectAll()
      .where('key_hash', '=', keyHash)
      .where('revoked_at', 'is', null)
      .where((where) => where.or([where('expires_at', 'is', null), where('expires_at', '>', now)]))
      .executeTakeFirst();
  }

  /** By client, the oldest first. */
  all(): Promise<ApiKey[]> {
    return this.#query.selectFrom('api_key').selectAll().orderBy('client').orderBy('created_at').execute();
  }

  /** Refused as `unknown` where no good key has this id. */
  revoke(id: string, now: number): Statement {
    const revoke = this.#query
      .updateTable('api_key')
      .set({ revoked_at: now })
      .where('id', '=', id)
      .where('revoked_at', 'is', null);
    return statement(revoke, { expect: 1, refusal: 'unknown' });
  }

  used(id: string, now: number): Statement {
    return statement(this.#query.updateTable('api_key').set({ last_used_at: now }).where('id', '=', id));
  }
}
