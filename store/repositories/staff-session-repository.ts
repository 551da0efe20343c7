import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { StaffSessionTable } from '../tables/account-tables.ts';
import type { Tables } from '../tables.ts';

export type StaffSession = Selectable<StaffSessionTable>;
/** What has run out by now, and by not having been seen for too long. */
export interface SessionTerms {
  readonly now: number;
  readonly seenSince: number;
}

/** Sign-ins of the people at the desk. */
export class StaffSessionRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Active staff only; undefined where the sign-in is unknown or has run out. */
  signedIn(tokenHash: string, given: SessionTerms) {
    return this.#query
      .selectFrom('staff_session')
      .innerJoin('staff', 'staff.id', 'staff_session.staff_id')
      .leftJoin('staff_credential as credential', 'credential.staff_id', 'staff_session.staff_id')
      .select([
        'staff.id as staff_id',
        'staff.desk_name',
        'staff.roles',
        'staff_session.id',
        'staff_session.token_hash',
        'staff_session.csrf',
        'staff_session.method',
        'staff_session.last_seen_at',
        'staff_session.proved_at',
        'credential.must_change',
        'credential.totp_secret',
      ])
      .where('staff_session.token_hash', '=', tokenHash)
      .where('staff_session.expires_at', '>', given.now)
      .where('staff_session.last_seen_at', '>', given.seenSince)
      .where('staff.active', '=', 1)
      .executeTakeFirst();
  }

  /** Of one person, the newest first; those that have run out are left out. */
  of(
    staffId: string,
    given: SessionTerms & {
      readonly after?: { readonly at: number; readonly id: string } | undefined;
      readonly limit: number;
    },
  ): Promise<StaffSession[]> {
    const { after } = given;
    let query = this.#query
      .selectFrom('staff_session')
      .selectAll()
      .where('staff_id', '=', staffId)
      .where('expires_at', '>', given.now)
      .where('last_seen_at', '>', given.seenSince);
    if (after !== undefined) {
      query = query.where(({ eb, refTuple, tuple }) =>
        eb(refTuple('created_at', 'id'), '<', tuple(after.at, after.id)),
      );
    }
    return query.orderBy('created_at', 'desc').orderBy('id', 'desc').limit(given.limit).execute();
  }

  add(session: StaffSession): Statement {
    return statement(this.#query.insertInto('staff_session').values(session), { expect: 1 });
  }

  touch(tokenHash: string, now: number): Statement {
    return statement(
      this.#query.updateTable('staff_session').set({ last_seen_at: now }).where('token_hash', '=', tokenHash),
    );
  }

  /** Whoever holds it has shown anew who they are. */
  prove(tokenHash: string, now: number): Statement {
    return statement(
      this.#query.updateTable('staff_session').set({ proved_at: now }).where('token_hash', '=', tokenHash),
      { expect: 1 },
    );
  }

  end(tokenHash: string): Statement {
    return statement(this.#query.deleteFrom('staff_session').where('token_hash', '=', tokenHash));
  }

  /** Refused as `unknown` where this person has no such sign-in. */
  endById(staffId: string, id: string): Statement {
    return statement(this.#query.deleteFrom('staff_session').where('staff_id', '=', staffId).where('id', '=', id), {
      expect: 1,
      refusal: 'unknown',
    });
  }

  /** All of somebody's; but for the one that is kept, where one is. */
  endAllOf(staffId: string, { except }: { readonly except?: string } = {}): Statement {
    let query = this.#query.deleteFrom('staff_session').where('staff_id', '=', staffId);
    if (except !== undefined) query = query.where('token_hash', '<>', except);
    return statement(query);
  }

  /** Clears away what has run out. */
  endOld(given: SessionTerms): Statement {
    return statement(
      this.#query
        .deleteFrom('staff_session')
        .where((where) =>
          where.or([where('expires_at', '<=', given.now), where('last_seen_at', '<=', given.seenSince)]),
        ),
    );
  }
}
