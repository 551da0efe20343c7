import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { StaffSessionTable, StaffTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type Staff = Selectable<StaffTable>;
export type StaffSession = Selectable<StaffSessionTable>;

/** The utility's people and their sign-ins. */
export class StaffRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  byId(id: string): Promise<Staff | undefined> {
    return this.#query.selectFrom('staff').selectAll().where('id', '=', id).executeTakeFirst();
  }

  byLogin(login: string): Promise<Staff | undefined> {
    return this.#query.selectFrom('staff').selectAll().where('login', '=', login).executeTakeFirst();
  }

  /** Everybody who works here, by name. */
  active(): Promise<Pick<Staff, 'id' | 'name' | 'roles'>[]> {
    return this.#query
      .selectFrom('staff')
      .select(['id', 'name', 'roles'])
      .where('active', '=', 1)
      .orderBy('name')
      .orderBy('id')
      .execute();
  }

  /** What the given staff ids are called, by id; names as colleagues know them and as customers do. */
  async namesOf(ids: readonly string[]): Promise<ReadonlyMap<string, Pick<Staff, 'name' | 'desk_name'>>> {
    if (ids.length === 0) return new Map();
    const rows = await this.#query
      .selectFrom('staff')
      .select(['id', 'name', 'desk_name'])
      .where('id', 'in', [...new Set(ids)])
      .execute();
    return new Map(rows.map((row) => [row.id, row]));
  }

  /** Active staff only; undefined where the sign-in is unknown or has run out. */
  signedIn(tokenHash: string, given: { now: number; seenSince: number }) {
    return this.#query
      .selectFrom('staff_session')
      .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
      .select([
        'staff.id as staff_id',
        'staff.desk_name',
        'staff.roles',
        'staff_session.token_hash',
        'staff_session.csrf',
        'staff_session.last_seen_at',
      ])
      .where('staff_session.token_hash', '=', tokenHash)
      .where('staff_session.expires_at', '>', given.now)
      .where('staff_session.last_seen_at', '>', given.seenSince)
      .where('staff.active', '=', 1)
      .executeTakeFirst();
  }

  addSession(session: StaffSession): Statement {
    return statement(this.#query.insertInto('staff_session').values(session), { expect: 1 });
  }

  touchSession(tokenHash: string, now: number): Statement {
    return statement(
      this.#query.updateTable('staff_session').set({ last_seen_at: now }).where('token_hash', '=', tokenHash),
    );
  }

  endSession(tokenHash: string): Statement {
    return statement(this.#query.deleteFrom('staff_session').where('token_hash', '=', tokenHash));
  }

  /** Clears away what has run out. */
  endOldSessions(given: { now: number; seenSince: number }): Statement {
    return statement(
      this.#query
        .deleteFrom('staff_session')
        .where((where) =>
          where.or([where('expires_at', '<=', given.now), where('last_seen_at', '<=', given.seenSince)]),
        ),
    );
  }

  /** Leaves anybody who is there already as they are. */
  addUnlessThere(staff: Staff): Statement {
    return statement(
      this.#query
        .insertInto('staff')
        .values(staff)
        .onConflict((conflict) => conflict.doNothing()),
    );
  }
}
