import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';

/** Canned replies that were sent, for those to suggest. */
export class ReplyUseRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** How often each was sent in a matter since a moment, by reply. */
  async inMatter(intent: string, since: number): Promise<ReadonlyMap<string, number>> {
    const rows = await this.#query
      .selectFrom('reply_use')
      .select(['reply_id', sql<number | string>`count(*)`.as('uses')])
      .where('intent', '=', intent)
      .where('at', '>=', since)
      .groupBy('reply_id')
      .execute();
    return new Map(rows.map(({ reply_id, uses }) => [reply_id, Number(uses)]));
  }

  /** Those that were sent in a session. */
  async inSession(sessionId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#query
      .selectFrom('reply_use')
      .select('reply_id')
      .where('session_id', '=', sessionId)
      .execute();
    return new Set(rows.map(({ reply_id }) => reply_id));
  }
}
