import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

/** Conversations are given out by rule, and come back from whoever is gone; calls are promised within a window. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['special_need bigint not null default 0', 'returned_at bigint', 'given_back_by text']) {
    await sql.raw(`alter table service_session add column ${column}`).execute(db);
  }
  await sql
    .raw("create index service_session_agent_id_some on service_session (agent_id) where state = 'assigned'")
    .execute(db);
  await sql
    .raw("create index service_session_closed_at_some on service_session (closed_at) where closed_by = 'agent'")
    .execute(db);
  await createTables(db, {
    agent_presence: {
      columns: { staff_id: 'text', seen_at: 'int', available: 'int', idle_since: 'int' },
      key: ['staff_id'],
      indexes: [{ on: ['seen_at'] }],
    },
    call_task: {
      columns: { ticket_id: 'text', phone: 'text', from_at: 'int', until_at: 'int' },
      key: ['ticket_id'],
      indexes: [{ on: ['from_at'] }],
    },
  });
}
