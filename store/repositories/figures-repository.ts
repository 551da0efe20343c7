import { type Kysely, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { CLOCKED, type ClockedRow } from './clocked-columns.ts';
import type { Stretch } from './rating-repository.ts';

/** Of the audit log, what befell service sessions. */
const EVENTS = [
  ...['session.claimed', 'session.assigned', 'session.transferred', 'session.released', 'session.returned'],
  ...['session.taken_over', 'session.reassigned'],
] as const;

/** What figures of service are made from. */
export class FiguresRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Sessions closed within a stretch of time in which somebody wanted something. */
  closedWithin({ from, before }: Stretch) {
    return this.#query
      .selectFrom('service_session as session')
      .select(['session.id', 'session.agent_id', 'session.skill', 'session.opened_at', 'session.queued_at'])
      .select(['session.assigned_at', 'session.first_response_at', 'session.closed_by'])
      .select((eb) => eb.fn.coalesce('session.closed_at', eb.lit(0)).as('closed_at'))
      .select(({ selectFrom }) =>
        selectFrom('service_session as later')
          .select(({ fn }) => fn.min('later.opened_at').as('again_at'))
          .whereRef('later.conversation_id', '=', 'session.conversation_id')
          .whereRef('later.opened_at', '>', 'session.closed_at')
          .where('later.intent', 'is not', null)
          .as('again_at'),
      )
      .where('session.state', '=', 'closed')
      .where('session.closed_at', '>=', from)
      .where('session.closed_at', '<', before)
      .where((where) => where.or([where('session.intent', 'is not', null), where('session.closed_by', '=', 'agent')]))
      .orderBy('session.closed_at')
      .execute();
  }

  /** What befell sessions in a stretch of time, in order. */
  eventsWithin({ from, before }: Stretch) {
    return this.#query
      .selectFrom('audit')
      .select(['at', 'action', 'subject', 'detail'])
      .where('at', '>=', from)
      .where('at', '<', before)
      .where('action', 'in', [...EVENTS])
      .orderBy('at')
      .orderBy('id')
      .execute();
  }

  /** Tickets of these kinds opened within a stretch of time, as their clocks see them. */
  clockedWithin({ from, before }: Stretch, kinds: readonly TicketTable['kind'][]): Promise<ClockedRow[]> {
    return this.#query
      .selectFrom('ticket')
      .select(CLOCKED)
      .where('kind', 'in', kinds)
      .where('created_at', '>=', from)
      .where('created_at', '<', before)
      .execute();
  }

  /** How things stand: open sessions by state and queue, with when the longest waiting began to. */
  async standing(): Promise<{ state: string; skill: string; count: number; oldest: number | null }[]> {
    const rows = await this.#query
      .selectFrom('service_session')
      .select(['state', 'skill', sql<number>`count(*)`.as('count'), ({ fn }) => fn.min('queued_at').as('oldest')])
      .where('state', 'in', ['bot', 'queued', 'assigned'])
      .groupBy(['state', 'skill'])
      .execute();
    return rows.map(({ count, ...row }) => ({ ...row, count: Number(count) }));
  }

  /** Open tickets of these kinds, for clocks that have run out. */
  openClocked(kinds: readonly TicketTable['kind'][]): Promise<ClockedRow[]> {
    return this.#query
      .selectFrom('ticket')
      .select(CLOCKED)
      .where('kind', 'in', kinds)
      .where('closed_at', 'is', null)
      .execute();
  }

  /** How many are at the desk, and how many of them take conversations. */
  async present(seenSince: number): Promise<{ present: number; available: number }> {
    const row = await this.#query
      .selectFrom('agent_presence')
      .select([sql<number>`count(*)`.as('present'), sql<number | null>`sum(available)`.as('available')])
      .where('seen_at', '>=', seenSince)
      .executeTakeFirstOrThrow();
    return { present: Number(row.present), available: Number(row.available ?? 0) };
  }
}
