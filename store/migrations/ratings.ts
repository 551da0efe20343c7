import { type Kysely, sql } from 'kysely';
import { makeAppendOnly } from './append-only.ts';
import { createTables } from './create-tables.ts';

/** Ratings can't be changed once they are given; low ones are followed up. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table rating add column seq bigint').execute(db);
  await sql.raw('create index rating_agent_id_created_at on rating (agent_id, created_at)').execute(db);
  await sql.raw('create index rating_conversation_id on rating (conversation_id)').execute(db);
  await makeAppendOnly(db, { table: 'rating', key: 'session_id', again: 'ignored' });
  await createTables(db, {
    rating_follow_up: {
      columns: {
        session_id: 'text',
        state: 'text',
        responsible_id: 'text',
        outcome: 'text',
        version: 'int',
        opened_at: 'int',
        updated_at: 'int',
        closed_at: 'int',
      },
      nullable: ['responsible_id', 'outcome', 'closed_at'],
      key: ['session_id'],
      indexes: [{ on: ['opened_at', 'session_id'] }, { on: ['responsible_id'], where: 'closed_at is null' }],
    },
    rating_follow_up_event: {
      columns: { session_id: 'text', seq: 'int', at: 'int', actor: 'text', type: 'text', data: 'text' },
      key: ['session_id', 'seq'],
    },
  });
}
