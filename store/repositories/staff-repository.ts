import { type Insertable, type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { StaffTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type Staff = Selectable<StaffTable>;

/** What can be changed about somebody at the desk. */
export type StaffChange = Partial<
  Pick<Staff, 'name' | 'desk_name' | 'roles' | 'skills' | 'capacity' | 'active' | 'password_hash'>
>;

export interface StaffFilter {
  /** Part of a login, a name or a desk name. */
  readonly search?: string | undefined;
  readonly role?: string | undefined;
  readonly active?: boolean | undefined;
}

/** The utility's people. */
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

  /** By login; `after` is the last login of the page before. */
  page(
    { search, role, active }: StaffFilter,
    { after, limit }: { readonly after?: string | undefined; readonly limit: number },
  ): Promise<Staff[]> {
    let query = this.#query.selectFrom('staff').selectAll();
    if (active !== undefined) query = query.where('active', '=', Number(active));
    if (role !== undefined) query = query.where('roles', 'like', `%"${role}"%`);
    if (after !== undefined) query = query.where('login', '>', after);
    if (search !== undefined) {
      const wanted = `%${search.toLowerCase().replaceAll(/[\\%_]/g, '\\$&')}%`;
      query = query.where(
        sql<boolean>`(lower(login) like ${wanted} escape '\\' or lower(name) like ${wanted} escape '\\'
          or lower(desk_name) like ${wanted} escape '\\')`,
      );
    }
    return query.orderBy('login').limit(limit).execute();
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

  /** Refused as `login_taken`. */
  add(staff: Insertable<StaffTable>): Statement {
    return statement(this.#insert(staff), { expect: 1, refusal: 'login_taken' });
  }

  /** Leaves anybody who is there already as they are. */
  addUnlessThere(staff: Insertable<StaffTable>): Statement {
    return statement(this.#insert(staff));
  }

  /** Refused as `changed` where it is another version by now. */
  change(id: string, version: number, change: StaffChange): Statement {
    const update = this.#query
      .updateTable('staff')
      .set({ ...change, version: version + 1 })
      .where('id', '=', id)
      .where('version', '=', version);
    return statement(update, { expect: 1, refusal: 'changed' });
  }

  setPassword(id: string, password_hash: string): Statement {
    return statement(this.#query.updateTable('staff').set({ password_hash }).where('id', '=', id), { expect: 1 });
  }

  /**
   * Begins a commit that may take an administrator away, as `adminIsLeft` ends it: whoever commits second waits for the first,
   * and counts what it left.
   */
  lockAdmins(): Statement {
    return statement(
      this.#query
        .updateTable('staff_guard')
        .set(({ eb }) => ({ changes: eb('changes', '+', 1) }))
        .where('id', '=', 'admins'),
      { expect: 1 },
    );
  }

  /** Refused as `last_admin` where nobody who can sign in is an administrator any more. */
  adminIsLeft(): Statement {
    return statement(
      this.#query
        .updateTable('staff_guard')
        .set(({ ref }) => ({ changes: ref('changes') }))
        .where('id', '=', 'admins')
        .where(({ exists, selectFrom }) =>
          exists(selectFrom('staff').select('staff.id').where('active', '=', 1).where('roles', 'like', '%"admin"%')),
        ),
      { expect: 1, refusal: 'last_admin' },
    );
  }

  #insert(staff: Insertable<StaffTable>) {
    return this.#query
      .insertInto('staff')
      .values(staff)
      .onConflict((conflict) => conflict.doNothing());
  }
}
