import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** Who is on duty, and so answers for tickets and hears of what was not kept. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    duty: {
      columns: { id: 'text', staff_id: 'text', queue: 'text', from_at: 'int', until_at: 'int' },
      key: ['id'],
      indexes: [{ on: ['queue', 'until_at'] }, { on: ['staff_id', 'until_at'] }],
    },
  });
}
