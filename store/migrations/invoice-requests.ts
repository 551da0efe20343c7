import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** Which bills an invoice has been asked for. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    invoice_request: {
      columns: { bill_id: 'text', ticket_id: 'text', created_at: 'int' },
      key: ['bill_id'],
    },
  });
}
