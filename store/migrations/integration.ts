import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

/** Other systems read and change tickets, give restoration times, and are told by webhooks. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['eta_at bigint', 'eta_source text', 'eta_set_at bigint']) {
    await sql.raw(`alter table ticket add column ${column}`).execute(db);
  }
  await createTables(db, {
    api_key: {
      columns: {
        id: 'text',
        client: 'text',
        key_hash: 'text',
        scopes: 'text',
        created_at: 'int',
        expires_at: 'int',
        revoked_at: 'int',
        last_used_at: 'int',
      },
      nullable: ['expires_at', 'revoked_at', 'last_used_at'],
      key: ['id'],
      indexes: [{ on: ['key_hash'], unique: true }],
    },
    idempotent_answer: {
      columns: {
        client: 'text',
        key: 'text',
        request_hash: 'text',
        answer: 'text',
        created_at: 'int',
      },
      key: ['client', 'key'],
      indexes: [{ on: ['created_at'] }],
    },
    webhook_endpoint: {
      columns: {
        id: 'text',
        name: 'text',
        url: 'text',
        events: 'text',
        contacts: 'int',
        active: 'int',
        created_at: 'int',
      },
      key: ['id'],
      indexes: [{ on: ['name'], unique: true }],
    },
    webhook_secret: {
      columns: { id: 'text', endpoint_id: 'text', secret: 'text', created_at: 'int', retires_at: 'int' },
      nullable: ['retires_at'],
      key: ['id'],
      indexes: [{ on: ['endpoint_id'] }],
    },
    webhook_delivery: {
      columns: {
        id: 'text',
        endpoint_id: 'text',
        subject_kind: 'text',
        subject_id: 'text',
        seq: 'int',
        type: 'text',
        state: 'text',
        tries: 'int',
        due_at: 'int',
        last_error: 'text',
        created_at: 'int',
        sent_at: 'int',
      },
      nullable: ['last_error', 'sent_at'],
      key: ['id'],
      indexes: [
        { on: ['due_at'], where: "state in ('due', 'sending')" },
        { on: ['endpoint_id', 'subject_id', 'seq'], where: "state <> 'sent'" },
        { on: ['sent_at'], where: "state = 'sent'" },
      ],
    },
  });
}
