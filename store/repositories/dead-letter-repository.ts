import { type Kysely, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { Tables } from '../tables.ts';

/** What could not be handled or delivered, and waits for somebody to try again. */
export class DeadLetterRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** Newest first. */
  inbound(limit: number) {
    return this.#query
      .selectFrom('activity')
      .select(['conversation_id', 'seq', 'at', 'tries'])
      .where('handling', '=', sql.lit('dead'))
      .orderBy('at', 'desc')
      .limit(limit)
      .execute();
  }

  /** Given up, or with an outcome that nobody knows; newest first. */
  outbound(limit: number) {
    return this.#query
      .selectFrom('outbox')
      .select(['id', 'conversation_id', 'seq', 'channel', 'tries', 'last_error'])
      .where('state', 'in', ['dead', 'unknown'])
      .where('state', '<>', sql.lit('sent'))
      .orderBy('created_at', 'desc')
      .limit(limit)
      .execute();
  }

  /** Lets the mailbox handle it anew, all tries before it; refused as `gone` where it is not set aside. */
  reviveInbound({ conversationId, seq }: { readonly conversationId: string; readonly seq: number }): Statement {
    return statement(
      this.#query
        .updateTable('activity')
        .set({ handling: 'pending', tries: 0 })
        .where('conversation_id', '=', conversationId)
        .where('seq', '=', seq)
        .where('handling', '=', 'dead'),
      { expect: 1, refusal: 'gone' },
    );
  }

  /** Lets the outbox send it anew; refused as `gone` where it is not given up. */
  reviveOutbound(id: string, now: number): Statement {
    return statement(
      this.#query
        .updateTable('outbox')
        .set({ state: 'due', tries: 0, due_at: now, last_error: null })
        .where('id', '=', id)
        .where('state', 'in', ['dead', 'unknown']),
      { expect: 1, refusal: 'gone' },
    );
  }
}
