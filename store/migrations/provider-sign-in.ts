import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** People sign in with a provider of OpenID Connect. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    staff_identity: {
      columns: { issuer: 'text', subject: 'text', staff_id: 'text', linked_at: 'int' },
      key: ['issuer', 'subject'],
      indexes: [{ on: ['staff_id', 'issuer'], unique: true }],
    },
    sign_in_flow: {
      columns: {
        state_hash: 'text',
        browser_hash: 'text',
        nonce: 'text',
        verifier: 'text',
        again: 'int',
        before_hash: 'text',
        created_at: 'int',
      },
      nullable: ['before_hash'],
      key: ['state_hash'],
      indexes: [{ on: ['created_at'] }],
    },
  });
}
