import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { FloorAlertTable } from '../tables/floor-tables.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { ownedBy } from './presence-repository.ts';

export type FloorAlert = Selectable<FloorAlertTable>;

const MOST_STAFF = 1000;
const MOST_IN_HAND = 2000;
const MOST_TICKETS = 500;

/** The floor as supervisors look over it, and the thresholds that were crossed. */
export class FloorRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Everybody who works here, with their presence and load; `signed_in` where a sign-in has neither ended nor run out. */
  staff({ now, usedSince }: { readonly now: number; readonly usedSince: number }) {
    return this.#query
      .selectFrom('staff')
      .leftJoin('agent_presence', 'agent_presence.staff_id', 'staff.id')
      .select(['staff.id', 'staff.name', 'staff.desk_name', 'staff.roles', 'staff.skills', 'staff.capacity'])
      .select(['agent_presence.available', 'agent_presence.idle_since'])
      .select(['agent_presence.seen_at', 'agent_presence.since_at'])
      .select(ownedBy('staff.id').as('load'))
      .select(
        sql<number>`case when exists (
          select 1 from staff_session where staff_session.staff_id = staff.id
            and staff_session.expires_at > ${now} and staff_session.last_seen_at > ${usedSince}) then 1 else 0 end`.as(
          'signed_in',
        ),
      )
      .where('staff.active', '=', 1)
      .orderBy('staff.name')
      .orderBy('staff.id')
      .limit(MOST_STAFF)
      .execute();
  }

  /**
   * Conversations in people's hands, with when somebody last wrote to the customer, and since when the customer has been
   * without an answer: from the queue where nobody has written yet, null where nothing is unanswered.
   */
  inHand() {
    return this.#query
      .selectFrom('service_session as session')
      .innerJoin('conversation', 'conversation.id', 'session.conversation_id')
      .select(['session.id', 'session.conversation_id', 'session.agent_id', 'session.skill', 'session.severity'])
      .select(['session.intent', 'session.assigned_at', 'conversation.user_name', 'conversation.channel'])
      .select(lastAnswer('at').as('answered_at'))
      .select(
        sql<number | null>`case when ${lastAnswer('seq')} is null
          then coalesce(session.queued_at, session.assigned_at)
          else (select min(asked.at) from activity as asked
            where asked.conversation_id = session.conversation_id and asked.author = 'customer'
              and asked.seq > ${lastAnswer('seq')} and asked.body like '%"type":"message"%') end`.as(
          'unanswered_since',
        ),
      )
      .where('session.state', '=', 'assigned')
      .where('session.state', '<>', sql.lit('closed'))
      .orderBy('session.assigned_at')
      .orderBy('session.id')
      .limit(MOST_IN_HAND)
      .execute();
  }

  /** Open tickets of which people have been told that a clock runs out, the gravest first. */
  warnedTickets(): Promise<Selectable<TicketTable>[]> {
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('closed_at', 'is', null)
      .where('id', 'in', ({ selectFrom }) => selectFrom('ticket_notice').select('ticket_id'))
      .orderBy('severity')
      .orderBy('created_at')
      .limit(MOST_TICKETS)
      .execute();
  }

  /** What has been crossed and does not hold again yet, the newest first. */
  openAlerts(): Promise<FloorAlert[]> {
    return this.#query
      .selectFrom('floor_alert')
      .selectAll()
      .where('cleared_at', 'is', null)
      .orderBy('raised_at', 'desc')
      .orderBy('id')
      .execute();
  }

  /** What was crossed since then and holds again, the newest first. */
  clearedAlerts(since: number, limit: number): Promise<FloorAlert[]> {
    return this.#query
      .selectFrom('floor_alert')
      .selectAll()
      .where('raised_at', '>=', since)
      .where('cleared_at', 'is not', null)
      .orderBy('raised_at', 'desc')
      .orderBy('id')
      .limit(limit)
      .execute();
  }

  alert(id: string): Promise<FloorAlert | undefined> {
    return this.#query.selectFrom('floor_alert').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Refused as `raised` where one of its kind and scope is open. */
  raise(alert: Omit<FloorAlert, 'cleared_at' | 'acknowledged_by' | 'acknowledged_at'>): Statement {
    const insert = this.#query
      .insertInto('floor_alert')
      .values({ ...alert, cleared_at: null, acknowledged_by: null, acknowledged_at: null })
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'raised' });
  }

  /** Refused as `cleared` where it is so already. */
  clear(id: string, at: number): Statement {
    const update = this.#query.updateTable('floor_alert').set({ cleared_at: at });
    return statement(update.where('id', '=', id).where('cleared_at', 'is', null), { expect: 1, refusal: 'cleared' });
  }

  /** Refused as `acknowledged` where somebody has done so already. */
  acknowledge(id: string, { by, at }: { readonly by: string; readonly at: number }): Statement {
    const update = this.#query.updateTable('floor_alert').set({ acknowledged_by: by, acknowledged_at: at });
    return statement(update.where('id', '=', id).where('acknowledged_at', 'is', null), {
      expect: 1,
      refusal: 'acknowledged',
    });
  }
}

/** Walks a transcript back to the last that a person wrote to the customer in this service session. */
function lastAnswer(column: 'seq' | 'at') {
  return sql<number | null>`(
    select answer.${sql.ref(column)} from activity as answer
    where answer.conversation_id = session.conversation_id and answer.session_id = session.id
      and answer.author = 'agent' and answer.direction = 'out'
    order by answer.seq desc limit 1)`;
}
