import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { AnswerTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';

export type EditedAnswer = Selectable<AnswerTable>;

/** Answers that supervisors have put in the place of the profile's own. */
export class AnswerRepository {
  readonly #query: Kysely<Tables>;

  constructor(database: Database) {
    this.#query = database.query;
  }

  all(): Promise<EditedAnswer[]> {
    return this.#query.selectFrom('answer').selectAll().execute();
  }

  /** What is said instead of the profile's answer; undefined where it stands unedited. */
  async text(intent: string, language: string): Promise<string | undefined> {
    const row = await this.#query
      .selectFrom('answer')
      .select('text')
      .where('intent', '=', intent)
      .where('language', '=', language)
      .executeTakeFirst();
    return row?.text;
  }

  put(answer: EditedAnswer): Statement {
    const { text, updated_by, updated_at } = answer;
    return statement(
      this.#query
        .insertInto('answer')
        .values(answer)
        .onConflict((conflict) =>
          conflict.columns(['intent', 'language']).doUpdateSet({ text, updated_by, updated_at }),
        ),
      { expect: 1 },
    );
  }

  remove({ intent, language }: Pick<EditedAnswer, 'intent' | 'language'>): Statement {
    return statement(this.#query.deleteFrom('answer').where('intent', '=', intent).where('language', '=', language));
  }
}
