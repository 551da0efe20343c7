import { type Kysely, type Selectable, sql } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { StaffWordTable } from '../tables/floor-tables.ts';
import type { Tables } from '../tables.ts';

export type StaffWord = Selectable<StaffWordTable>;

const MOST_SHOWN = 50;

/** What staff say to each other about conversations, and have heard or not. */
export class StaffWordRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  /** For the commit that writes the words into the transcript, after them. */
  tell(word: Omit<StaffWord, 'seq' | 'heard_at'>): Statement {
    const seq = sql<number>`(select seq from conversation where id = ${word.conversation_id})`;
    return statement(this.#query.insertInto('staff_word').values({ ...word, seq, heard_at: null }), { expect: 1 });
  }

  /** What somebody has not heard yet, the oldest first. */
  unheard(staffId: string) {
    return this.#query
      .selectFrom('staff_word as word')
      .leftJoin('staff', 'staff.id', 'word.from_id')
      .select(['word.id', 'word.kind', 'word.session_id', 'word.conversation_id', 'word.seq', 'word.at'])
      .select(['staff.name as from_name', 'staff.desk_name as from_desk_name'])
      .where('word.to_id', '=', staffId)
      .where('word.heard_at', 'is', null)
      .orderBy('word.at')
      .orderBy('word.id')
      .limit(MOST_SHOWN)
      .execute();
  }

  /** They have heard what was said to them in a conversation up to a seq. */
  hear(given: {
    readonly staffId: string;
    readonly conversationId: string;
    readonly seq: number;
    readonly at: number;
  }) {
    return statement(
      this.#query
        .updateTable('staff_word')
        .set({ heard_at: given.at })
        .where('to_id', '=', given.staffId)
        .where('conversation_id', '=', given.conversationId)
        .where('seq', '<=', given.seq)
        .where('heard_at', 'is', null),
    );
  }

  /** Who whispered to somebody last in a service session; undefined where nobody did. */
  async lastWhisperer(sessionId: string, staffId: string): Promise<string | undefined> {
    const row = await this.#query
      .selectFrom('staff_word')
      .select('from_id')
      .where('session_id', '=', sessionId)
      .where('kind', '=', 'whisper')
      .where('to_id', '=', staffId)
      .orderBy('at', 'desc')
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    return row?.from_id;
  }
}
