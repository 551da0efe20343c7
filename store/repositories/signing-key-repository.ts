import type { Selectable } from 'kysely';
import { type Database, statement } from '../database.ts';
import type { SigningKeyTable } from '../tables/conversation-tables.ts';

export type SigningKeyRow = Selectable<SigningKeyTable>;

/** Keys that all processes share. Old ones stay for as long as what they signed is good. */
export class SigningKeyRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** Newest first. */
  forPurpose(purpose: string, since: number): Promise<SigningKeyRow[]> {
    return this.#database.query
      .selectFrom('signing_key')
      .selectAll()
      .where('purpose', '=', purpose)
      .where('created_at', '>=', since)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .execute();
  }

  async add(key: SigningKeyRow): Promise<void> {
    await this.#database.commit([statement(this.#database.query.insertInto('signing_key').values(key))]);
  }

  /** Of several processes that each make one of the same id, the first one's stays. */
  async addUnlessThere(key: SigningKeyRow): Promise<void> {
    const insert = this.#database.query.insertInto('signing_key').values(key);
    await this.#database.commit([statement(insert.onConflict((conflict) => conflict.doNothing()))]);
  }
}
