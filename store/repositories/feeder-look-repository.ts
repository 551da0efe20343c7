import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { DeviceFindingTable, FeederLookTable } from '../tables/incident-tables.ts';
import type { Tables } from '../tables.ts';

export type FeederLook = Selectable<FeederLookTable>;
export type DeviceFinding = Selectable<DeviceFindingTable>;

/** When feeders are to be looked at, and what crews have found on them. */
export class FeederLookRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** The longest due first. */
  due(now: number, limit: number): Promise<FeederLook[]> {
    return this.#query
      .selectFrom('feeder_look')
      .selectAll()
      .where('due_at', 'is not', null)
      .where('due_at', '<=', now)
      .orderBy('due_at')
      .orderBy('feeder_id')
      .limit(limit)
      .execute();
  }

  /** There is cause to look at a feeder, at once or by `at`. */
  lookAt(feederId: string, at: number): Statement {
    return statement(
      this.#query
        .insertInto('feeder_look')
        .values({ feeder_id: feederId, due_at: at, revision: 1 })
        .onConflict((conflict) =>
          conflict.column('feeder_id').doUpdateSet({
            due_at: sql<number>`case when feeder_look.due_at is null or feeder_look.due_at > excluded.due_at
              then excluded.due_at else feeder_look.due_at end`,
            revision: sql<number>`feeder_look.revision + 1`,
          }),
        ),
      { expect: 1 },
    );
  }

  /** It was looked at as it was read; where there has been new cause since, it stays due. */
  looked({ feeder_id, revision }: Pick<FeederLook, 'feeder_id' | 'revision'>, next: number | null): Statement {
    return statement(
      this.#query
        .updateTable('feeder_look')
        .set({ due_at: next })
        .where('feeder_id', '=', feeder_id)
        .where('revision', '=', revision),
    );
  }

  findings(feederId: string, now: number): Promise<DeviceFinding[]> {
    return this.#query
      .selectFrom('device_finding')
      .selectAll()
      .where('feeder_id', '=', feederId)
      .where('until_at', '>', now)
      .execute();
  }

  /** What was found at a device takes the place of what was found before. */
  find(finding: DeviceFinding): Statement {
    const { device_id, ...rest } = finding;
    return statement(
      this.#query
        .insertInto('device_finding')
        .values(finding)
        .onConflict((conflict) => conflict.column('device_id').doUpdateSet(rest)),
      { expect: 1 },
    );
  }
}
