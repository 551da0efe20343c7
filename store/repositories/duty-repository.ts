import type { Kysely, Selectable } from 'kysely';
import type { DutyQueue } from '../../domain/desk/duty.ts';
import { MOST_PARAMETERS } from '../bulk-insert.ts';
import { type Database, type Statement, statement } from '../database.ts';
import type { DutyTable } from '../tables/duty-tables.ts';
import type { Tables } from '../tables.ts';
import { upsertRows } from '../upsert-rows.ts';

export type Duty = Selectable<DutyTable>;

/** The roster of who is on duty. */
export class DutyRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Shifts of people who still work here that touch a stretch of time, in order. */
  within({ from, before }: { readonly from: number; readonly before: number }, limit: number): Promise<Duty[]> {
    return this.#query
      .selectFrom('duty')
      .innerJoin('staff', (join) => join.onRef('staff.id', '=', 'duty.staff_id').on('staff.active', '=', 1))
      .selectAll('duty')
      .where('duty.until_at', '>', from)
      .where('duty.from_at', '<', before)
      .orderBy('duty.from_at')
      .orderBy('duty.id')
      .limit(limit)
      .execute();
  }

  /** Who is on duty for a queue at a moment, of those who still work here. */
  async on(queue: DutyQueue, at: number): Promise<string[]> {
    const rows = await this.#query
      .selectFrom('duty')
      .innerJoin('staff', (join) => join.onRef('staff.id', '=', 'duty.staff_id').on('staff.active', '=', 1))
      .select('duty.staff_id')
      .distinct()
      .where('duty.queue', '=', queue)
      .where('duty.from_at', '<=', at)
      .where('duty.until_at', '>', at)
      .orderBy('duty.staff_id')
      .execute();
    return rows.map(({ staff_id }) => staff_id);
  }

  byId(id: string): Promise<Duty | undefined> {
    return this.#query.selectFrom('duty').selectAll().where('id', '=', id).executeTakeFirst();
  }

  async byIds(ids: readonly string[]): Promise<Duty[]> {
    const found: Duty[] = [];
    for (let from = 0; from < ids.length; from += MOST_PARAMETERS) {
      const chunk = ids.slice(from, from + MOST_PARAMETERS);
      found.push(...(await this.#query.selectFrom('duty').selectAll().where('id', 'in', chunk).execute()));
    }
    return found;
  }

  /** Adds shifts, and replaces those whose ids are there. */
  save(duties: readonly Duty[]): Statement[] {
    return upsertRows(this.#query, 'duty', duties);
  }

  /** Refused as `duty` where there is none. */
  remove(id: string): Statement {
    return statement(this.#query.deleteFrom('duty').where('id', '=', id), { expect: 1, refusal: 'duty' });
  }
}
