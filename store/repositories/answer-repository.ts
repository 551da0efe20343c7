import type { Kysely, Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { AnswerTable } from '../tables/work-tables.ts';
import type { Tables } from '../tables.ts';
import { reading } from '../template.ts';

export type EditedAnswer = Selectable<AnswerTable>;

/** Answers that supervisors have put in the place of the profile's own. */
export class AnswerRepository {
  readonly #query: Kysely<Tables>;
  readonly #text;

  constructor(database: Database) {
    const { query } = database;
    this.#query = query;
    this.#text = reading<{ intent: string; language: string }, Pick<EditedAnswer, 'text'>>(database, (p) =>
      query.selectFrom('answer').select('text').where('intent', '=', p('intent')).where('language', '=', p('language')),
    );
  }

  all(): Promise<EditedAnswer[]> {
    return this.#query.selectFrom('answer').selectAll().execute();
  }

  /** What is said instead of the profile's answer; undefined where it stands unedited. */
  async text(intent: string, language: string): Promise<string | undefined> {
    return (await this.#text({ intent, language }))[0]?.text;
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
