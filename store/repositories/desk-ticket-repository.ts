import { type Kysely, type Selectable, sql } from 'kysely';
import type { Database } from '../database.ts';
import type { TicketEventTable, TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { isOnDuty, leastBusy } from './least-busy.ts';
import { wantedFor } from './ticket-book.ts';

export type StoredTicket = Selectable<TicketTable>;
export type StoredTicketEvent = Selectable<TicketEventTable>;

/** Where a page of tickets begins: after this one. */
export type TicketPosition = Pick<StoredTicket, 'created_at' | 'id'>;

/** Reads tickets the way the desk looks at them. */
export class DeskTicketRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Newest first. */
  page(wanted: {
    readonly state?: StoredTicket['state'] | undefined;
    readonly severity?: StoredTicket['severity'] | undefined;
    readonly responsibleId?: string | undefined;
    /** Open ones whose clocks have come so far at that moment, as they were last looked at. */
    readonly clock?: { readonly reached: 'at_risk' | 'breached'; readonly at: number } | undefined;
    readonly after?: TicketPosition | undefined;
    readonly limit: number;
  }): Promise<StoredTicket[]> {
    const { state, severity, responsibleId, clock, after, limit } = wanted;
    let query = this.#query.selectFrom('ticket').selectAll();
    if (state !== undefined) query = query.where('state', '=', state);
    if (severity !== undefined) query = query.where('severity', '=', severity);
    if (responsibleId !== undefined) query = query.where('responsible_id', '=', responsibleId);
    if (clock !== undefined) {
      const column = clock.reached === 'breached' ? 'overdue_at' : 'at_risk_at';
      query = query.where(column, '<=', clock.at).where('closed_at', 'is', null);
    }
    if (after !== undefined) {
      query = query.where((where) =>
        where.or([
          where('created_at', '<', after.created_at),
          where.and([where('created_at', '=', after.created_at), where('id', '<', after.id)]),
        ]),
      );
    }
    return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(limit).execute();
  }

  byNumber(number: string): Promise<StoredTicket | undefined> {
    return this.#query.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst();
  }

  /** What happened to a ticket, oldest first. */
  history(ticketId: string): Promise<StoredTicketEvent[]> {
    return this.#query
      .selectFrom('ticket_event')
      .selectAll()
      .where('ticket_id', '=', ticketId)
      .orderBy('seq')
      .execute();
  }

  /** Open tickets for which nobody who still works here is responsible, the oldest first. */
  withoutResponsible(limit: number): Promise<StoredTicket[]> {
    return this.#query
      .selectFrom('ticket')
      .leftJoin('staff', (join) => join.onRef('staff.id', '=', 'ticket.responsible_id').on('staff.active', '=', 1))
      .selectAll('ticket')
      .where('ticket.closed_at', 'is', null)
      .where('staff.id', 'is', null)
      .orderBy('ticket.created_at')
      .limit(limit)
      .execute();
  }

  /**
   * Open faults and the like whose responsible person's shift has ended since they became so, while somebody else is on
   * duty for them, the oldest first. Whoever was made responsible after their shift stays so. What has no word of that in its
   * history counts from its report.
   */
  leftBehind(now: number, limit: number): Promise<StoredTicket[]> {
    const here = isOnDuty('ticket.responsible_id', { queue: 'fault', at: now });
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('closed_at', 'is', null)
      .where('responsible_role', '=', 'dispatcher')
      .where(
        sql<boolean>`exists (
          select 1 from duty where duty.staff_id = ticket.responsible_id and duty.queue = 'fault'
            and duty.until_at <= ${now} and duty.until_at > coalesce((
              select max(event.at) from ticket_event as event
              where event.ticket_id = ticket.id and event.type = 'responsible'), ticket.created_at))`,
      )
      .where(sql<boolean>`not ${here}`)
      .where(
        sql<boolean>`exists (
          select 1 from duty join staff on staff.id = duty.staff_id and staff.active = 1
          where duty.queue = 'fault' and duty.from_at <= ${now} and duty.until_at > ${now})`,
      )
      .orderBy('created_at')
      .limit(limit)
      .execute();
  }

  /** Who is to answer for a ticket now; null where nobody is there at all. */
  async leastBusy(ticket: Pick<StoredTicket, 'kind' | 'responsible_role'>, now: number): Promise<string | null> {
    const row = await this.#query.selectNoFrom(leastBusy(wantedFor(ticket, now)).as('id')).executeTakeFirst();
    return row?.id ?? null;
  }
}
