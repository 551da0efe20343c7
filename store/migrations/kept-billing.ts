import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** What the billing system last said about an account, sealed and for a while. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    billing_record: {
      columns: { account_id: 'text', sealed: 'text', at: 'int', expires_at: 'int' },
      key: ['account_id'],
      indexes: [{ on: ['expires_at'] }],
    },
  });
}
