import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { PaymentPointTable } from '../tables/utility-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';
import { containing } from './containing.ts';

export type PaymentPoint = Selectable<PaymentPointTable>;

export interface PaymentPointFilter {
  /** Within the name, the address or the id. */
  readonly words: string | null;
  readonly townCode: string | null;
  readonly service: string | null;
  readonly kind: PaymentPoint['kind'] | null;
  /** Only those that are closed for a while on this local date. */
  readonly closedOn: string | null;
}

/** Places where bills are paid in person. */
export class PaymentPointRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  all(): Promise<PaymentPoint[]> {
    return this.#query.selectFrom('payment_point').selectAll().orderBy('id').execute();
  }

  byId(id: string): Promise<PaymentPoint | undefined> {
    return this.#query.selectFrom('payment_point').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** By id, those behind `after`. */
  page(
    { words, townCode, service, kind, closedOn }: PaymentPointFilter,
    { after, limit }: { after: string; limit: number },
  ): Promise<PaymentPoint[]> {
    let query = this.#query.selectFrom('payment_point').selectAll().where('id', '>', after).orderBy('id').limit(limit);
    if (townCode !== null) query = query.where('town_code', '=', townCode);
    if (kind !== null) query = query.where('kind', '=', kind);
    if (service !== null) query = query.where('services', 'like', `%"${service}"%`);
    if (words !== null) {
      query = query.where((where) =>
        where.or([
          containing('name', words),
          containing('name_en', words),
          containing('address', words),
          containing('id', words),
        ]),
      );
    }
    if (closedOn !== null) {
      query = query
        .where('closed_from', '<=', closedOn)
        .where((where) => where.or([where('closed_until', 'is', null), where('closed_until', '>=', closedOn)]));
    }
    return query.execute();
  }

  /** Adds points, and replaces those whose ids are there. */
  save(points: readonly PaymentPoint[]): Statement[] {
    return upsertRows(this.#query, 'payment_point', points);
  }

  /** Refused as `duplicate` where the id is taken. */
  add(point: PaymentPoint): Statement {
    const insert = this.#query.insertInto('payment_point').values(point);
    return statement(
      insert.onConflict((conflict) => conflict.doNothing()),
      { expect: 1, refusal: 'duplicate' },
    );
  }

  /** Refused as `version` where somebody has changed it since. */
  change(id: string, { version, ...columns }: Omit<PaymentPoint, 'id'>): Statement {
    const update = this.#query.updateTable('payment_point').set({ ...columns, version: version + 1 });
    return statement(update.where('id', '=', id).where('version', '=', version), { expect: 1, refusal: 'version' });
  }

  /** Refused as `version` where somebody has changed it since. */
  remove(id: string, version: number): Statement {
    const removal = this.#query.deleteFrom('payment_point').where('id', '=', id).where('version', '=', version);
    return statement(removal, { expect: 1, refusal: 'version' });
  }
}
