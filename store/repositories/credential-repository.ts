import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { SignInTryTable, StaffCredentialTable } from '../tables/account-tables.ts';
import type { Tables } from '../tables.ts';

export type StaffCredential = Selectable<StaffCredentialTable>;
export type SignInTry = Selectable<SignInTryTable>;

/** How the people at the desk show who they are, and what is kept of tries that failed. */
export class CredentialRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  of(staffId: string): Promise<StaffCredential | undefined> {
    return this.#query.selectFrom('staff_credential').selectAll().where('staff_id', '=', staffId).executeTakeFirst();
  }

  async ofAll(staffIds: readonly string[]): Promise<ReadonlyMap<string, StaffCredential>> {
    if (staffIds.length === 0) return new Map();
    const rows = await this.#query
      .selectFrom('staff_credential')
      .selectAll()
      .where('staff_id', 'in', [...staffIds])
      .execute();
    return new Map(rows.map((row) => [row.staff_id, row]));
  }

  /** Adds or replaces what is named; the rest stays. */
  put(staffId: string, change: Partial<Omit<StaffCredential, 'staff_id'>>): Statement {
    return statement(
      this.#query
        .insertInto('staff_credential')
        .values({ ...NONE, ...change, staff_id: staffId })
        .onConflict((conflict) => conflict.column('staff_id').doUpdateSet({ staff_id: staffId, ...change })),
      { expect: 1 },
    );
  }

  /** Spends a time step; refused as `replayed` where a code of it, or of a later one, was taken before. */
  spendStep(staffId: string, step: number): Statement {
    return statement(
      this.#query
        .updateTable('staff_credential')
        .set({ totp_step: step })
        .where('staff_id', '=', staffId)
        .where((where) => where.or([where('totp_step', 'is', null), where('totp_step', '<', step)])),
      { expect: 1, refusal: 'replayed' },
    );
  }

  /** In place of all that there were. */
  replaceRecoveryCodes(staffId: string, hashes: readonly string[], now: number): Statement[] {
    const rows = hashes.map((code_hash) => ({ staff_id: staffId, code_hash, created_at: now }));
    return [
      this.removeRecoveryCodes(staffId),
      statement(this.#query.insertInto('staff_recovery_code').values(rows), { expect: rows.length }),
    ];
  }

  removeRecoveryCodes(staffId: string): Statement {
    return statement(this.#query.deleteFrom('staff_recovery_code').where('staff_id', '=', staffId));
  }

  /** Refused as `unknown` where there is no such code, or no longer. */
  spendRecoveryCode(staffId: string, hash: string): Statement {
    return statement(
      this.#query.deleteFrom('staff_recovery_code').where('staff_id', '=', staffId).where('code_hash', '=', hash),
      { expect: 1, refusal: 'unknown' },
    );
  }

  async recoveryCodesLeft(staffId: string): Promise<number> {
    const { count } = await this.#query
      .selectFrom('staff_recovery_code')
      .select(({ fn }) => fn.countAll().as('count'))
      .where('staff_id', '=', staffId)
      .executeTakeFirstOrThrow();
    return Number(count);
  }

  tries(key: string): Promise<SignInTry | undefined> {
    return this.#query.selectFrom('sign_in_try').selectAll().where('key', '=', key).executeTakeFirst();
  }

  async triesOfAll(keys: readonly string[]): Promise<ReadonlyMap<string, SignInTry>> {
    if (keys.length === 0) return new Map();
    const rows = await this.#query
      .selectFrom('sign_in_try')
      .selectAll()
      .where('key', 'in', [...keys])
      .execute();
    return new Map(rows.map((row) => [row.key, row]));
  }

  /** Refused as `raced` where another try came between: `before` is what this one was judged by. */
  countTry(next: SignInTry, before: SignInTry | undefined): Statement {
    if (before === undefined) {
      const insert = this.#query.insertInto('sign_in_try').values(next);
      return statement(
        insert.onConflict((conflict) => conflict.doNothing()),
        { expect: 1, refusal: 'raced' },
      );
    }
    const { key, ...change } = next;
    const update = this.#query
      .updateTable('sign_in_try')
      .set(change)
      .where('key', '=', key)
      .where('tries', '=', before.tries)
      .where('last_at', '=', before.last_at);
    return statement(update, { expect: 1, refusal: 'raced' });
  }

  /** One of them was none: it succeeded. */
  takeBackTry(key: string): Statement {
    return statement(
      this.#query
        .updateTable('sign_in_try')
        .set(({ eb }) => ({ tries: eb('tries', '-', 1), until_at: 0 }))
        .where('key', '=', key)
        .where('tries', '>', 0),
    );
  }

  forgetTries(key: string): Statement {
    return statement(this.#query.deleteFrom('sign_in_try').where('key', '=', key));
  }

  forgetTriesBefore(lastAt: number): Statement {
    return statement(this.#query.deleteFrom('sign_in_try').where('last_at', '<', lastAt));
  }
}

const NONE: Omit<StaffCredential, 'staff_id'> = {
  must_change: 0,
  one_time_until: null,
  changed_at: null,
  totp_secret: null,
  totp_pending: null,
  totp_since: null,
  totp_step: null,
};
