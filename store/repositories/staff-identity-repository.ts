import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { SignInFlowTable, StaffIdentityTable } from '../tables/account-tables.ts';
import type { Tables } from '../tables.ts';

export type SignInFlow = Selectable<SignInFlowTable>;

/** Whom providers know as whom, and sign-ins on their way. */
export class StaffIdentityRepository {
  readonly #database: Database;
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#database = database;
    this.#query = database.query;
  }

  async staffIdOf(issuer: string, subject: string): Promise<string | null> {
    const row = await this.#query
      .selectFrom('staff_identity')
      .select('staff_id')
      .where('issuer', '=', issuer)
      .where('subject', '=', subject)
      .executeTakeFirst();
    return row?.staff_id ?? null;
  }

  /** Refused as `linked` where the person, or the identity, is linked already. */
  link(identity: Selectable<StaffIdentityTable>): Statement {
    const insert = this.#query.insertInto('staff_identity').values(identity);
    return statement(
      insert.onConflict((conflict) => conflict.doNothing()),
      { expect: 1, refusal: 'linked' },
    );
  }

  /** Adds one and clears those away that began before `since`. */
  async begin(flow: SignInFlow, since: number): Promise<void> {
    await this.#database.commit([
      statement(this.#query.deleteFrom('sign_in_flow').where('created_at', '<', since)),
      statement(this.#query.insertInto('sign_in_flow').values(flow), { expect: 1 }),
    ]);
  }

  /** The flow of a state, which is spent with this; null where there is none, another has spent it, or it began before `since`. */
  async spend(stateHash: string, since: number): Promise<SignInFlow | null> {
    const flow = await this.#query
      .selectFrom('sign_in_flow')
      .selectAll()
      .where('state_hash', '=', stateHash)
      .where('created_at', '>=', since)
      .executeTakeFirst();
    if (!flow) return null;
    const spent = await this.#database.commit([
      statement(this.#query.deleteFrom('sign_in_flow').where('state_hash', '=', stateHash), { expect: 1 }),
    ]);
    return spent.ok ? flow : null;
  }
}
