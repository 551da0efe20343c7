import type { Kysely, Selectable } from 'kysely';
import type { Database } from '../database.ts';
import type { PaymentPointTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';

export type PaymentPoint = Selectable<PaymentPointTable>;

/** Places where bills are paid in person. */
export class PaymentPointRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  all(): Promise<PaymentPoint[]> {
    return this.#query.selectFrom('payment_point').selectAll().orderBy('id').execute();
  }
}
