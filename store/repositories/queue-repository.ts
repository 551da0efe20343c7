import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { Tables } from '../tables.ts';
import type { ServiceSession } from './conversation-repository.ts';

/** The queue as it stands, in the order of domain/desk/queue-order: graver first, then who has waited longer, then by id. */
export class QueueRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** How many queued sessions are served before this one. A session without a grade counts as routine. */
  async ahead(session: ServiceSession): Promise<number> {
    const [severity, queuedAt] = [session.severity ?? 'P4', session.queued_at ?? 0];
    const row = await this.#query
      .selectFrom('service_session')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', '=', 'queued')
      .where('id', '!=', session.id)
      .where(({ or, and, eb, fn }) => {
        const grade = fn.coalesce('severity', sql.lit('P4'));
        const since = fn.coalesce('queued_at', sql.lit(0));
        return or([
          eb(grade, '<', severity),
          and([eb(grade, '=', severity), eb(since, '<', queuedAt)]),
          and([eb(grade, '=', severity), eb(since, '=', queuedAt), eb('id', '<', session.id)]),
        ]);
      })
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}
