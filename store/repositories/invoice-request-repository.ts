import type { Kysely } from 'kysely';
import type { TicketState } from '../../domain/tickets/ticket-states.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';

/** The request that stands for a bill. */
export interface StandingInvoice {
  readonly ticketId: string;
  /** Of the ticket, as people call it. */
  readonly number: string;
  readonly state: TicketState;
}

/** A bill as it is told apart from all others: a billing system may number its bills by account. */
export interface BillOfAccount {
  readonly accountId: string;
  readonly id: string;
}

/** Invoices that were asked for: one for a bill, whoever asks, however often and from wherever. */
export class InvoiceRequestRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  ofBill(bill: BillOfAccount): Promise<StandingInvoice | undefined> {
    return this.#query
      .selectFrom('invoice_request')
      .innerJoin('ticket', 'ticket.id', 'invoice_request.ticket_id')
      .select(['ticket.id as ticketId', 'ticket.number', 'ticket.state'])
      .where('bill_id', '=', keyOf(bill))
      .executeTakeFirst();
  }

  /**
   * Stands in the commit of the ticket. Refused as `invoice_request` where somebody has asked meanwhile; `instead` is the one whose place
   * it takes, because that was cancelled.
   */
  claim(
    bill: BillOfAccount,
    ticketId: string,
    given: { readonly now: number; readonly instead: string | null },
  ): Statement {
    const row = { bill_id: keyOf(bill), ticket_id: ticketId, created_at: given.now };
    const query =
      given.instead === null
        ? this.#query
            .insertInto('invoice_request')
            .values(row)
            .onConflict((conflict) => conflict.doNothing())
        : this.#query
            .updateTable('invoice_request')
            .set(row)
            .where('bill_id', '=', keyOf(bill))
            .where('ticket_id', '=', given.instead);
    return statement(query, { expect: 1, refusal: 'invoice_request' });
  }
}

function keyOf({ accountId, id }: BillOfAccount): string {
  return `${accountId} ${id}`;
}
