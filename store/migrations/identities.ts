import type { Kysely } from 'kysely';
import { createTables } from './create-tables.ts';

/** Identities that the utility's website has signed, each good once; and chat accounts that are remembered as a customer's. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    identity_use: {
      columns: { token_hash: 'text', conversation_id: 'text', account_id: 'text', at: 'int', expires_at: 'int' },
      key: ['token_hash'],
      indexes: [{ on: ['conversation_id', 'at'] }, { on: ['expires_at'] }],
    },
    chat_binding: {
      columns: {
        id: 'text',
        channel: 'text',
        user_id: 'text',
        account_id: 'text',
        phone_hash: 'text',
        created_at: 'int',
        expires_at: 'int',
        ended_at: 'int',
        ended_by: 'text',
      },
      nullable: ['ended_at', 'ended_by'],
      key: ['id'],
      indexes: [
        { on: ['channel', 'user_id'], unique: true, where: 'ended_at is null' },
        { on: ['account_id'], where: 'ended_at is null' },
        { on: ['expires_at'], where: 'ended_at is null' },
      ],
    },
  });
}
