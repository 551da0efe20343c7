import { type Kysely, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';
import type { ServiceSession } from './conversation-repository.ts';
import type { Staff } from './staff-repository.ts';

/** Somebody who is at the desk. */
export interface PresentStaff extends Pick<Staff, 'id' | 'name' | 'desk_name' | 'roles' | 'skills' | 'capacity'> {
  readonly available: number;
  readonly idle_since: number;
  readonly seen_at: number;
  /** Conversations owned now. */
  readonly load: number;
}

/** Who is at the desk, and what those own who are not. */
export class PresenceRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** A sign of life. Whoever comes for the first time is available. */
  beat(staffId: string, now: number): Statement {
    return statement(
      this.#query
        .insertInto('agent_presence')
        .values({ staff_id: staffId, seen_at: now, available: 1, idle_since: now, since_at: now })
        .onConflict((conflict) =>
          conflict.column('staff_id').doUpdateSet({
            // The beats of two lines may come in either order.
            seen_at: sql<number>`case when agent_presence.seen_at < ${now} then ${now} else agent_presence.seen_at end`,
            since_at: sql<number>`case when agent_presence.seen_at < ${now - NEW_STRETCH_MS} then ${now} else agent_presence.since_at end`,
          }),
        ),
      { expect: 1 },
    );
  }

  setAvailable(staffId: string, available: boolean, now: number): Statement {
    const flag = Number(available);
    return statement(
      this.#query
        .insertInto('agent_presence')
        .values({ staff_id: staffId, seen_at: now, available: flag, idle_since: now, since_at: now })
        .onConflict((conflict) =>
          conflict.column('staff_id').doUpdateSet({
            seen_at: now,
            available: flag,
            since_at: sql<number>`case when agent_presence.available = ${flag} then agent_presence.since_at else ${now} end`,
          }),
        ),
      { expect: 1 },
    );
  }

  /**
   * For the commit that changes who owns a conversation, before it counts how many somebody has: locks the rows of those
   * concerned, always in the same order.
   */
  touch(staffIds: readonly string[], now: number): Statement[] {
    return [...new Set(staffIds)].sort().map((staff_id) =>
      statement(
        this.#query
          .insertInto('agent_presence')
          .values({ staff_id, seen_at: 0, available: 1, idle_since: now, since_at: now })
          .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ idle_since: now })),
        { expect: 1 },
      ),
    );
  }

  /** Those who work here and were seen at `since` or later, by id. */
  present(since: number): Promise<PresentStaff[]> {
    return this.#query
      .selectFrom('agent_presence')
      .innerJoin('staff', 'staff.id', 'agent_presence.staff_id')
      .select([
        'staff.id',
        'staff.name',
        'staff.desk_name',
        'staff.roles',
        'staff.skills',
        'staff.capacity',
        'agent_presence.available',
        'agent_presence.idle_since',
        'agent_presence.seen_at',
        ownedBy('staff.id').as('load'),
      ])
      .where('agent_presence.seen_at', '>=', since)
      .where('staff.active', '=', 1)
      .orderBy('staff.id')
      .execute();
  }

  /** Conversations whose owner has not been seen since then, or works here no longer; the longest held first. */
  ownerless(since: number, limit: number): Promise<Pick<ServiceSession, 'id' | 'agent_id'>[]> {
    return this.#query
      .selectFrom('service_session')
      .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'service_session.agent_id').on('staff.active', '=', 1))
      .leftJoin('agent_presence', 'agent_presence.staff_id', 'service_session.agent_id')
      .select(['service_session.id', 'service_session.agent_id'])
      .where('service_session.state', '=', 'assigned')
      .where('service_session.state', '<>', sql.lit('closed'))
      .where(({ or, and, eb, fn }) =>
        or([
          eb('staff.id', 'is', null),
          and([
            eb(fn.coalesce('agent_presence.seen_at', sql.lit(0)), '<', since),
            // Having just taken it is a sign of life.
            eb(fn.coalesce('service_session.assigned_at', sql.lit(0)), '<', since),
          ]),
        ]),
      )
      .orderBy('service_session.assigned_at')
      .orderBy('service_session.id')
      .limit(limit)
      .execute();
  }
}

/** An open desk shows itself far more often: whoever was silent for so long had gone, and begins anew. */
const NEW_STRETCH_MS = 60_000;

/** How many conversations somebody owns; for use in larger queries. */
export function ownedBy(column: string) {
  return sql<number>`(
    select count(*) from service_session as owned
    where owned.state = 'assigned' and owned.state <> 'closed' and owned.agent_id = ${sql.ref(column)})`;
}
