import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { RatingFollowUpEventTable, RatingFollowUpTable } from '../tables/rating-tables.ts';
import type { Tables } from '../tables.ts';
import { isNotOf } from './rating-repository.ts';

export type FollowUp = Selectable<RatingFollowUpTable>;
export type FollowUpEvent = Selectable<RatingFollowUpEventTable>;

export interface FollowUpEntry {
  readonly at: number;
  /** A staff id, or `system`. */
  readonly actor: string;
  readonly type: 'opened' | 'responsible' | 'in_hand' | 'closed';
  readonly data: Readonly<Record<string, unknown>>;
}

export interface FollowUpFilter {
  readonly open: boolean;
  readonly responsibleId?: string | undefined;
  /** Leaves out those of ratings given to one agent. */
  readonly notOf: string;
}

export interface FollowUpPosition {
  readonly opened_at: number;
  readonly session_id: string;
}

/** Low ratings that supervisors look into. */
export class FollowUpRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Stands in the commit of the rating. Of the supervisors, but never the one rated, whoever has the fewest is responsible. */
  open(
    sessionId: string,
    given: { readonly rated: string | null; readonly score: number; readonly at: number },
  ): Statement[] {
    const { rated, score, at } = given;
    const insert = this.#query.insertInto('rating_follow_up').values({
      session_id: sessionId,
      state: 'open',
      responsible_id: freestSupervisor(rated),
      outcome: null,
      version: 1,
      opened_at: at,
      updated_at: at,
      closed_at: null,
    });
    return [
      statement(insert, { expect: 1 }),
      this.#enter(sessionId, { at, actor: 'system', type: 'opened', data: { score } }),
      this.#enterFirstResponsible(sessionId, at),
    ];
  }

  /** Changes it and enters why; refused as `version` where it is no longer the version that was read. */
  amend(
    { session_id, version }: Pick<FollowUp, 'session_id' | 'version'>,
    change: Partial<Pick<FollowUp, 'state' | 'responsible_id' | 'outcome' | 'closed_at'>>,
    entry: FollowUpEntry,
  ): Statement[] {
    const update = this.#query
      .updateTable('rating_follow_up')
      .set({ ...change, version: version + 1, updated_at: entry.at })
      .where('session_id', '=', session_id)
      .where('version', '=', version);
    return [statement(update, { expect: 1, refusal: 'version' }), this.#enter(session_id, entry)];
  }

  /** With what was rated. */
  byId(sessionId: string) {
    return this.#told().where('follow_up.session_id', '=', sessionId).executeTakeFirst();
  }

  /** The newest first; `open`: what is not closed. */
  page(
    { open, responsibleId, notOf }: FollowUpFilter,
    { after, limit }: { readonly after?: FollowUpPosition | undefined; readonly limit: number },
  ) {
    let query = this.#told()
      .where('follow_up.closed_at', open ? 'is' : 'is not', null)
      .where(isNotOf(notOf));
    if (responsibleId !== undefined) query = query.where('follow_up.responsible_id', '=', responsibleId);
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('follow_up.opened_at', 'follow_up.session_id'), '<', tuple(after.opened_at, after.session_id)),
      );
    }
    return query.orderBy('follow_up.opened_at', 'desc').orderBy('follow_up.session_id', 'desc').limit(limit).execute();
  }

  events(sessionIds: readonly string[]): Promise<FollowUpEvent[]> {
    if (sessionIds.length === 0) return Promise.resolve([]);
    return this.#query
      .selectFrom('rating_follow_up_event')
      .selectAll()
      .where('session_id', 'in', sessionIds)
      .orderBy('session_id')
      .orderBy('seq')
      .execute();
  }

  /** Open ones for which nobody answers, or somebody who has left or is a supervisor no more. */
  withoutResponsible(limit: number) {
    return this.#told()
      .leftJoin('staff', 'staff.id', 'follow_up.responsible_id')
      .where('follow_up.closed_at', 'is', null)
      .where((where) =>
        where.or([
          where('staff.id', 'is', null),
          where('staff.active', '=', 0),
          where('staff.roles', 'not like', '%"supervisor"%'),
        ]),
      )
      .orderBy('follow_up.opened_at')
      .limit(limit)
      .execute();
  }

  /** Null where there is none. */
  async freest(rated: string | null): Promise<string | null> {
    const row = await this.#query.selectNoFrom(freestSupervisor(rated).as('id')).executeTakeFirst();
    return row?.id ?? null;
  }

  #told() {
    return this.#query
      .selectFrom('rating_follow_up as follow_up')
      .innerJoin('rating', 'rating.session_id', 'follow_up.session_id')
      .innerJoin('service_session as session', 'session.id', 'follow_up.session_id')
      .selectAll('follow_up')
      .select(['rating.score', 'rating.words', 'rating.agent_id', 'rating.created_at'])
      .select(['session.skill', 'session.intent', 'session.disposition']);
  }

  #enter(sessionId: string, { at, actor, type, data }: FollowUpEntry): Statement {
    const insert = this.#query.insertInto('rating_follow_up_event').values(({ selectFrom }) => ({
      session_id: sessionId,
      seq: selectFrom('rating_follow_up_event')
        .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('seq'))
        .where('session_id', '=', sessionId),
      at,
      actor,
      type,
      data: JSON.stringify(data),
    }));
    return statement(insert, { expect: 1 });
  }

  #enterFirstResponsible(sessionId: string, at: number): Statement {
    const chosen = this.#query
      .selectFrom('rating_follow_up')
      .select(({ lit, cast, val }) => [
        'session_id',
        lit(2).as('seq'),
        cast<number>(val(at), 'bigint').as('at'),
        cast<string>(val('system'), 'text').as('actor'),
        cast<string>(val('responsible'), 'text').as('type'),
        sql<string>`'{"to":"' || responsible_id || '"}'`.as('data'),
      ])
      .where('session_id', '=', sessionId)
      .where('responsible_id', 'is not', null);
    const columns = ['session_id', 'seq', 'at', 'actor', 'type', 'data'] as const;
    return statement(
      this.#query
        .insertInto('rating_follow_up_event')
        .columns([...columns])
        .expression(chosen),
    );
  }
}

/** Those who administer the system come last. */
function freestSupervisor(rated: string | null) {
  return sql<string | null>`(
    select staff.id from staff
    where staff.active = 1 and staff.roles like '%"supervisor"%' and staff.id <> ${rated ?? ''}
    order by
      case when staff.roles like '%"admin"%' then 1 else 0 end,
      (select count(*) from rating_follow_up as other where other.responsible_id = staff.id and other.closed_at is null),
      staff.id
    limit 1)`;
}
