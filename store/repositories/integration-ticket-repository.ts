import type { Kysely, Selectable } from 'kysely';
import { SHARED_TICKETS } from '../../domain/delivery/shared-tickets.ts';
import type { Database } from '../database.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import type { TicketPosition } from './desk-ticket-repository.ts';

/** A ticket with what tells other systems where it is. */
export type PlacedTicket = Selectable<TicketTable> & {
  readonly account_number: string | null;
  readonly device_id: string | null;
};

/** Reads tickets the way other systems look at them: those of other kinds are none to them. */
export class IntegrationTicketRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  byNumber(number: string): Promise<PlacedTicket | undefined> {
    return this.#placed().where('ticket.number', '=', number).executeTakeFirst();
  }

  byIds(ids: readonly string[]): Promise<PlacedTicket[]> {
    return ids.length === 0 ? Promise.resolve([]) : this.#placed().where('ticket.id', 'in', ids).execute();
  }

  /** Newest first: what is opened meanwhile stands before the first page and moves none. */
  page(wanted: {
    readonly state?: PlacedTicket['state'] | undefined;
    readonly severity?: PlacedTicket['severity'] | undefined;
    readonly kind?: string | undefined;
    readonly changedSince?: number | undefined;
    readonly after?: TicketPosition | undefined;
    readonly limit: number;
  }): Promise<PlacedTicket[]> {
    const { state, severity, kind, changedSince, after, limit } = wanted;
    let query = this.#placed();
    if (state !== undefined) query = query.where('ticket.state', '=', state);
    if (severity !== undefined) query = query.where('ticket.severity', '=', severity);
    if (kind !== undefined) query = query.where('ticket.kind', '=', kind as PlacedTicket['kind']);
    if (changedSince !== undefined) query = query.where('ticket.updated_at', '>=', changedSince);
    if (after !== undefined) {
      query = query.where((where) =>
        where.or([
          where('ticket.created_at', '<', after.created_at),
          where.and([where('ticket.created_at', '=', after.created_at), where('ticket.id', '<', after.id)]),
        ]),
      );
    }
    return query.orderBy('ticket.created_at', 'desc').orderBy('ticket.id', 'desc').limit(limit).execute();
  }

  /** The account of a number and where it is supplied; undefined where there is none. */
  account(number: string) {
    return this.#query
      .selectFrom('account')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .select(['account.id', 'premises.address', 'premises.zone', 'premises.device_id'])
      .where('account.number', '=', number)
      .executeTakeFirst();
  }

  #placed() {
    return this.#query
      .selectFrom('ticket')
      .leftJoin('account', 'account.id', 'ticket.account_id')
      .leftJoin('premises', 'premises.id', 'account.premises_id')
      .selectAll('ticket')
      .select(['account.number as account_number', 'premises.device_id as device_id'])
      .where('ticket.kind', 'in', SHARED_TICKETS);
  }
}
