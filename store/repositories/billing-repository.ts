import type { Kysely, Selectable } from 'kysely';
import {
  type AccountFacts,
  type Bill,
  type BillFacts,
  type BillingLook,
  type BillingSource,
  type BillLine,
  MOST_BILLS,
  MOST_PAYMENTS,
  type PaymentFacts,
} from '../../domain/billing/billing-source.ts';
import type { Database } from '../database.ts';
import type { BillTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';

/** Accounts, bills and payments from our own tables, which always answer. */
export class BillingRepository implements BillingSource {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  async look(accountId: string): Promise<BillingLook> {
    const account = await this.#account(accountId);
    if (!account) return { kind: 'none' };
    const [bills, payments] = await Promise.all([this.#bills(accountId), this.#payments(accountId)]);
    return { kind: 'known', record: { account, bills, payments }, keptAt: null };
  }

  async #account(accountId: string): Promise<AccountFacts | undefined> {
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

  async #bills(accountId: string): Promise<Bill[]> {
    const rows = await this.#query
      .selectFrom('bill')
      .selectAll()
      .where('account_id', '=', accountId)
      .orderBy('period', 'desc')
      .limit(MOST_BILLS)
      .execute();
    const lines = await this.#lines(rows.map(({ id }) => id));
    return rows.map((row) => ({ ...factsOf(row), lines: lines.get(row.id) ?? [] }));
  }

  /** By the bill that they stand on. */
  async #lines(billIds: readonly string[]): Promise<ReadonlyMap<string, BillLine[]>> {
    const byBill = new Map<string, BillLine[]>(billIds.map((id) => [id, []]));
    if (billIds.length === 0) return byBill;
    const rows = await this.#query
      .selectFrom('bill_line')
      .selectAll()
      .where('bill_id', 'in', billIds)
      .orderBy('line')
      .execute();
    for (const { bill_id, code, kwh, price, amount_fen } of rows) {
      byBill.get(bill_id)?.push({ code, kwh, price, amountFen: amount_fen });
    }
    return byBill;
  }

  async #payments(accountId: string): Promise<PaymentFacts[]> {
    const rows = await this.#query
      .selectFrom('payment')
      .leftJoin('bill', 'bill.id', 'payment.bill_id')
      .select(['payment.at', 'payment.amount_fen', 'payment.method', 'bill.period'])
      .where('payment.account_id', '=', accountId)
      .orderBy('payment.at', 'desc')
      .limit(MOST_PAYMENTS)
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
