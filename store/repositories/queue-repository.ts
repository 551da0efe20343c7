import { type Kysely, sql } from 'kysely';
import type { Measured } from '../../domain/desk/expected-wait.ts';
import { type Database, type Statement, statement } from '../database.ts';
import { queueRank } from '../queue-rank.ts';
import type { CallTaskTable } from '../tables/desk-tables.ts';
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

  /** What waits are reckoned from: the newest handlings of the last days, and what those have now who were seen since then. */
  async measured({ now, seenSince }: { readonly now: number; readonly seenSince: number }): Promise<Measured> {
    const closed = this.#query
      .selectFrom('service_session')
      .select(['assigned_at', 'closed_at'])
      .where('closed_by', '=', sql.lit('agent'))
      .where('closed_at', '>', now - MEASURED_FOR_MS)
      .where('assigned_at', 'is not', null)
      .orderBy('closed_at', 'desc')
      .limit(MOST_MEASURED)
      .execute();
    const served = this.#query
      .selectFrom('service_session')
      .innerJoin('agent_presence', 'agent_presence.staff_id', 'service_session.agent_id')
      .select(sql<number>`count(*)`.as('count'))
      .where('service_session.state', '=', 'assigned')
      .where('service_session.state', '<>', sql.lit('closed'))
      .where('agent_presence.seen_at', '>=', seenSince)
      .executeTakeFirst();
    const [rows, row] = await Promise.all([closed, served]);
    const handlings = rows.map(({ assigned_at, closed_at }) => (closed_at ?? 0) - (assigned_at ?? 0));
    return { handlings, inService: Number(row?.count ?? 0) };
  }

  /** Keeps when somebody has promised to call, for the commit that opens its ticket. */
  promiseCall(task: CallTaskTable): Statement {
    return statement(this.#query.insertInto('call_task').values(task), { expect: 1 });
  }

  /** Calls whose tickets are open, those due first. */
  callsDue(limit: number) {
    return this.#query
      .selectFrom('call_task')
      .innerJoin('ticket', 'ticket.id', 'call_task.ticket_id')
      .leftJoin('staff', 'staff.id', 'ticket.responsible_id')
      .select([
        'ticket.number',
        'ticket.severity',
        'ticket.language',
        'ticket.responsible_id',
        'staff.desk_name',
        'call_task.phone',
        'call_task.from_at',
        'call_task.until_at',
      ])
      .where('ticket.closed_at', 'is', null)
      .orderBy('call_task.from_at')
      .orderBy('ticket.number')
      .limit(limit)
      .execute();
  }
}

const MEASURED_FOR_MS = 14 * 86_400_000;
const MOST_MEASURED = 200;

function rankOf({ severity, queued_at, special_need, returned_at }: Ranked): number[] {
  const band = severity === 'P1' ? 0 : returned_at !== null ? 1 : 2;
  return [band, Number((severity ?? 'P4').slice(1)), 1 - special_need, queued_at ?? 0];
}
