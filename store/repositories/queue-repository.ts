import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import type { ServiceSession } from './conversation-repository.ts';

/** The queue as it stands: graver first, then who has waited longer. The order is that of domain/desk/queue-order. */
export class QueueRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** How many queued sessions are served before this one. A session without a grade counts as routine. */
  async ahead(session: ServiceSession): Promise<number> {
    const severity = session.severity ?? 'P4';
    const row = await this.#query
      .selectFrom('service_session')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', '=', 'queued')
      .where('id', '!=', session.id)
      .where(({ or, and, eb, fn }) => {
        const grade = fn.coalesce('severity', sql.lit('P4'));
        const earlier = eb('queued_at', '<=', session.queued_at ?? Number.MAX_SAFE_INTEGER);
        return or([eb(grade, '<', severity), and([eb(grade, '=', severity), earlier])]);
      })
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}
