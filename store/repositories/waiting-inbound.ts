import { sql } from 'kysely';
import type { Database } from '../database.ts';
import { reading } from '../template.ts';

/** What has come into conversations and has yet to be handled. */
export class WaitingInbound {
  readonly #after;

  constructor(database: Database) {
    const { query } = database;
    this.#after = reading<{ id: string; seq: number }, { seq: number }>(database, (p) =>
      query
        .selectFrom('activity')
        .select('seq')
        .where('conversation_id', '=', p('id'))
        .where('seq', '>', p('seq'))
        .where('handling', '=', sql.lit('pending'))
        .limit(1),
    );
  }

  /** Whether anything waits behind `seq`. */
  async after(conversationId: string, seq: number): Promise<boolean> {
    return (await this.#after({ id: conversationId, seq })).length > 0;
  }
}
