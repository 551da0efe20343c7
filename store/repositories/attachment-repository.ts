import type { Selectable } from 'kysely';
import { type Database, type Statement, statement } from '../database.ts';
import type { AttachmentTable } from '../tables/conversation-tables.ts';

export type Attachment = Selectable<AttachmentTable>;

/** Files that customers have sent. */
export class AttachmentRepository {
  readonly #database: Database;

  constructor(database: Database) {
    this.#database = database;
  }

  byId(id: string): Promise<Attachment | undefined> {
    return this.#database.query.selectFrom('attachment').selectAll().where('id', '=', id).executeTakeFirst();
  }

  /** Those of the ids that belong to the conversation, without their bytes. */
  describe(
    conversationId: string,
    ids: readonly string[],
  ): Promise<Pick<Attachment, 'id' | 'name' | 'content_type'>[]> {
    return this.#database.query
      .selectFrom('attachment')
      .select(['id', 'name', 'content_type'])
      .where('conversation_id', '=', conversationId)
      .where('id', 'in', [...ids])
      .execute();
  }

  add(attachment: Attachment): Statement {
    return statement(this.#database.query.insertInto('attachment').values(attachment), { expect: 1 });
  }
}
