import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { TicketTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type Ticket = Selectable<TicketTable>;

/** What is said of a ticket that is opened; the rest follows. */
export type NewTicket = Omit<Ticket, 'state' | 'version' | 'updated_at' | 'closed_at' | 'responsible_id'>;

export interface TicketEntry {
  readonly at: number;
  /** Who did it: customer, bot, or a staff id. */
  readonly actor: string;
  readonly type: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Trouble tickets: what is written as statements for a commit, what is read at once. */
export class TicketBook {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Refused as `ticket_number` where another has drawn the same number: the turn draws again. */
  open(ticket: NewTicket, entry: TicketEntry): Statement[] {
    const row: Ticket = {
      ...ticket,
      state: 'received',
      version: 1,
      updated_at: ticket.created_at,
      closed_at: null,
      responsible_id: null,
    };
    const insert = this.#query
      .insertInto('ticket')
      .values(row)
      .onConflict((conflict) => conflict.doNothing());
    return [statement(insert, { expect: 1, refusal: 'ticket_number' }), this.#enter(ticket.id, entry)];
  }

  /** Changes a ticket and enters why. */
  amend(id: string, change: Partial<Ticket>, entry: TicketEntry): Statement[] {
    const update = this.#query
      .updateTable('ticket')
      .set({ ...change, updated_at: entry.at, version: sql<number>`version + 1` })
      .where('id', '=', id);
    return [statement(update, { expect: 1, refusal: 'ticket' }), this.#enter(id, entry)];
  }

  byNumber(number: string): Promise<Ticket | undefined> {
    return this.#query.selectFrom('ticket').selectAll().where('number', '=', number).executeTakeFirst();
  }

  /** Newest first. */
  ofConversation(conversationId: string, limit = 10): Promise<Ticket[]> {
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('conversation_id', '=', conversationId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  /** Newest first. */
  ofAccount(accountId: string, limit = 10): Promise<Ticket[]> {
    return this.#query
      .selectFrom('ticket')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(limit)
      .execute();
  }

  #enter(id: string, { at, actor, type, data }: TicketEntry): Statement {
    return statement(
      this.#query.insertInto('ticket_event').values(({ selectFrom }) => ({
        ticket_id: id,
        seq: selectFrom('ticket_event')
          .select(({ fn, lit }) => sql<number>`${fn.coalesce(fn.max('seq'), lit(0))} + 1`.as('seq'))
          .where('ticket_id', '=', id),
        at,
        actor,
        type,
        data: JSON.stringify(data),
      })),
      { expect: 1 },
    );
  }
}
