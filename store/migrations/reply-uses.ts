import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** Which canned replies were sent in which matters, for those to suggest. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    reply_use: {
      columns: { session_id: 'text', message_id: 'text', reply_id: 'text', intent: 'text', at: 'int' },
      nullable: ['intent'],
      key: ['session_id', 'message_id'],
      indexes: [{ on: ['intent', 'at'] }],
    },
  });
}
