import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import { queueRank } from '../queue-rank.ts';
import type { Tables } from '../tables.ts';
import type { ServiceSession } from './conversation-repository.ts';

/** How places in the queue are told apart, as the store ranks them: see store/queue-rank. */
type Ranked = Pick<ServiceSession, 'id' | 'severity' | 'queued_at' | 'special_need' | 'returned_at'>;

/** The queue as it stands, in the order of domain/desk/queue-order. */
export class QueueRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** How many queued sessions are served before this one. A session without a grade counts as routine. */
  async ahead(session: Ranked): Promise<number> {
    const own = rankOf(session);
    const row = await this.#query
      .selectFrom('service_session')
      .select(sql<number>`count(*)`.as('count'))
      .where('state', '=', 'queued')
      .where('state', '<>', sql.lit('closed'))
      .where('id', '!=', session.id)
      .where(({ or, and, eb }) => {
        const ranks = queueRank('service_session');
        const equalUpTo = (end: number) => ranks.slice(0, end).map((rank, index) => eb(rank, '=', own[index] ?? 0));
        return or([
          ...ranks.map((rank, index) => and([...equalUpTo(index), eb(rank, '<', own[index] ?? 0)])),
          and([...equalUpTo(ranks.length), eb('id', '<', session.id)]),
        ]);
      })
      .executeTakeFirst();
    return Number(row?.count ?? 0);
  }
}

function rankOf({ severity, queued_at, special_need, returned_at }: Ranked): number[] {
  const band = severity === 'P1' ? 0 : returned_at !== null ? 1 : 2;
  return [band, Number((severity ?? 'P4').slice(1)), 1 - special_need, queued_at ?? 0];
}
