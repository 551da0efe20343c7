import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { TicketNoticeTable, TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { CLOCKED } from './clocked-columns.ts';

export type TicketNotice = Selectable<TicketNoticeTable>;
type LookedAt = Pick<Selectable<TicketTable>, 'id' | 'version' | 'look_at'>;

/** When to look again, and how the clocks that run stand. */
export type Found = Pick<Selectable<TicketTable>, 'look_at' | 'at_risk_at' | 'overdue_at'>;

const MOST_SHOWN = 50;

/** Word of clocks that run out: when to look, what has been told, and who has seen it. */
export class TicketNoticeRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Tickets whose clocks are to be looked at, the longest due first. */
  toLookAt(now: number, limit: number): Promise<Selectable<TicketTable>[]> {
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('look_at', 'is not', null)
      .where('look_at', '<=', now)
      .orderBy('look_at')
      .limit(limit)
      .execute();
  }

  /** What has been told of tickets' clocks. */
  async told(ticketIds: readonly string[]): Promise<Pick<TicketNotice, 'ticket_id' | 'clock' | 'level' | 'due_at'>[]> {
    if (ticketIds.length === 0) return [];
    return this.#query
      .selectFrom('ticket_notice')
      .select(['ticket_id', 'clock', 'level', 'due_at'])
      .distinct()
      .where('ticket_id', 'in', ticketIds)
      .execute();
  }

  /**
   * Changes nothing where somebody else has changed the ticket or looked at it meanwhile; `must`: then it is refused as
   * `looked`.
   */
  looked({ id, version, look_at }: LookedAt, found: Found, { must }: { must: boolean }): Statement {
    const update = this.#query
      .updateTable('ticket')
      .set(found)
      .where('id', '=', id)
      .where('version', '=', version)
      .where('look_at', '=', look_at);
    return statement(update, must ? { expect: 1, refusal: 'looked' } : {});
  }

  /** Refused as `told` where it has been told before. */
  tell(notice: Omit<TicketNotice, 'seen_by' | 'seen_at'>): Statement {
    const insert = this.#query
      .insertInto('ticket_notice')
      .values({ ...notice, seen_by: null, seen_at: null })
      .onConflict((conflict) => conflict.doNothing());
    return statement(insert, { expect: 1, refusal: 'told' });
  }

  /** What somebody is told and nobody has seen yet, the latest first: of the tickets they are responsible for, and as a supervisor. */
  unseen({ staffId, supervisor }: { readonly staffId: string; readonly supervisor: boolean }) {
    return this.#query
      .selectFrom('ticket_notice as notice')
      .innerJoin('ticket', 'ticket.id', 'notice.ticket_id')
      .select(['notice.clock', 'notice.level', 'notice.told', 'notice.due_at', 'notice.at'])
      .select(['ticket.id', 'ticket.number', 'ticket.place', ...CLOCKED.map((column) => `ticket.${column}` as const)])
      .where('notice.seen_at', 'is', null)
      .where('ticket.closed_at', 'is', null)
      .where((where) =>
        where.or([
          where.and([where('notice.told', '=', 'responsible'), where('ticket.responsible_id', '=', staffId)]),
          ...(supervisor ? [where('notice.told', '=', 'supervisor')] : []),
        ]),
      )
      .orderBy('notice.at', 'desc')
      .orderBy('ticket.id')
      .limit(MOST_SHOWN)
      .execute();
  }

  /** Somebody has seen what they are told of a ticket's clock. */
  see(given: { ticketId: string; clock: TicketNotice['clock']; told: TicketNotice['told']; by: string; at: number }) {
    return statement(
      this.#query
        .updateTable('ticket_notice')
        .set({ seen_by: given.by, seen_at: given.at })
        .where('ticket_id', '=', given.ticketId)
        .where('clock', '=', given.clock)
        .where('told', '=', given.told)
        .where('seen_at', 'is', null),
    );
  }
}
