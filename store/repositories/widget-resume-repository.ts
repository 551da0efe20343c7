import type { Selectable } from 'kysely';
import { sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { WidgetResumeTable } from '../tables/conversation-tables.ts';

export type WidgetResume = Selectable<WidgetResumeTable>;

/** Keys by which browsers come back to their conversation; only their hashes are kept. */
export class WidgetResumeRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  /** A key that is still good. */
  byHash(hash: string, now: number): Promise<WidgetResume | undefined> {
    return this.#database.query
      .selectFrom('widget_resume')
      .selectAll()
      .where('key_hash', '=', hash)
      .where('expires_at', '>', now)
      .executeTakeFirst();
  }

  add(key: WidgetResume): Statement {
    return statement(this.#database.query.insertInto('widget_resume').values(key), { expect: 1 });
  }

  /** From its first use on a key is good until `until` only: for a browser that the answer never reached. */
  use(hash: string, { now, until }: { now: number; until: number }): Statement {
    return statement(
      this.#database.query
        .updateTable('widget_resume')
        .set({
          expires_at: sql<number>`case when used_at is null then ${until} else expires_at end`,
          used_at: sql<number>`coalesce(used_at, ${now})`,
        })
        .where('key_hash', '=', hash)
        .where('expires_at', '>', now),
      { expect: 1, refusal: 'used' },
    );
  }

  /** No browser comes back to the conversation any more. */
  endAll(conversationId: string): Statement {
    return statement(this.#database.query.deleteFrom('widget_resume').where('conversation_id', '=', conversationId));
  }

  forgetExpired(now: number): Statement {
    return statement(this.#database.query.deleteFrom('widget_resume').where('expires_at', '<=', now));
  }
}
