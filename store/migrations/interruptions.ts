import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** Interruptions of supply, which reliability is reckoned from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    interruption: {
      columns: {
        id: 'text',
        town_code: 'text',
        device_id: 'text',
        planned: 'int',
        cause: 'text',
        from_at: 'int',
        to_at: 'int',
        customers: 'int',
      },
      nullable: ['device_id', 'cause', 'to_at'],
      key: ['id'],
      indexes: [{ on: ['from_at'] }],
    },
  });
}
