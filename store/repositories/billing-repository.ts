import type { Kysely, Selectable } from 'kysely';
import type {
  AccountFacts,
  BillFacts,
  BillingSource,
  BillLine,
  PaymentFacts,
} from '../../domain/billing/billing-source.ts';
import type { Database } from '../database.ts';
import type { BillTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';

/** Accounts, bills and payments from our own tables. */
export class BillingRepository implements BillingSource {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  async account(accountId: string): Promise<AccountFacts | undefined> {
    const row = await this.#query
      .selectFrom('account')
      .innerJoin('premises', 'premises.id', 'account.premises_id')
      .select(['account.id', 'number', 'tariff', 'state', 'address', 'lat', 'lon', 'free_kwh'])
      .where('account.id', '=', accountId)
      .executeTakeFirst();
    if (!row) return undefined;
    const { lat, lon, free_kwh, ...account } = row;
    return { ...account, freeKwh: free_kwh === 1, position: { lat, lon } };
  }

  async bills(accountId: string, limit: number): Promise<BillFacts[]> {
    const rows = await this.#query
      .selectFrom('bill')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('period', 'desc')
      .limit(limit)
      .execute();
    return rows.map(factsOf);
  }

  async lines(billId: string): Promise<BillLine[]> {
    const rows = await this.#query
      .selectFrom('bill_line')
      .selectAll()
      .where('bill_id', '=', billId)
      .orderBy('line')
      .execute();
    return rows.map(({ code, kwh, price, amount_fen }) => ({ code, kwh, price, amountFen: amount_fen }));
  }

  async payments(accountId: string, limit: number): Promise<PaymentFacts[]> {
    const rows = await this.#query
      .selectFrom('payment')
      .leftJoin('bill', 'bill.id', 'payment.bill_id')
      .select(['payment.at', 'payment.amount_fen', 'payment.method', 'bill.period'])
      .where('payment.account_id', '=', accountId)
      .orderBy('payment.at', 'desc')
      .limit(limit)
      .execute();
    return rows.map(({ at, amount_fen, method, period }) => ({ at, amountFen: amount_fen, method, period }));
  }
}

function factsOf(row: Selectable<BillTable>): BillFacts {
  return {
    id: row.id,
    period: row.period,
    from: row.from_at,
    to: row.to_at,
    readingFrom: row.reading_from,
    readingTo: row.reading_to,
    estimated: row.estimated === 1,
    kwh: row.kwh,
    tariff: row.tariff,
    amountFen: row.amount_fen,
    paidFen: row.paid_fen,
    issuedAt: row.issued_at,
    dueAt: row.due_at,
  };
}
