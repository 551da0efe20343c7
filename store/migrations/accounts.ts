import { type Kysely, sql } from 'kysely';
import { createTables } from './create-tables.ts';

/**
 * Accounts are kept at the desk: a second factor, passwords that are good once, sign-ins that their owner can tell apart and
 * end, and tries that cost ever more time. Sign-ins of before tell too little of themselves and end here.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw('alter table staff add column version bigint not null default 1').execute(db);
  await sql.raw('drop table staff_session').execute(db);
  await createTables(db, {
    staff_session: {
      columns: {
        token_hash: 'text',
        id: 'text',
        staff_id: 'text',
        csrf: 'text',
        device: 'text',
        address: 'text',
        method: 'text',
        created_at: 'int',
        last_seen_at: 'int',
        expires_at: 'int',
        proved_at: 'int',
      },
      key: ['token_hash'],
      indexes: [{ on: ['id'], unique: true }, { on: ['staff_id', 'created_at', 'id'] }],
    },
    staff_credential: {
      columns: {
        staff_id: 'text',
        must_change: 'int',
        one_time_until: 'int',
        changed_at: 'int',
        totp_secret: 'text',
        totp_pending: 'text',
        totp_since: 'int',
        totp_step: 'int',
      },
      nullable: ['one_time_until', 'changed_at', 'totp_secret', 'totp_pending', 'totp_since', 'totp_step'],
      key: ['staff_id'],
    },
    staff_recovery_code: {
      columns: { staff_id: 'text', code_hash: 'text', created_at: 'int' },
      key: ['staff_id', 'code_hash'],
    },
    sign_in_try: {
      columns: { key: 'text', tries: 'int', last_at: 'int', until_at: 'int' },
      key: ['key'],
      indexes: [{ on: ['last_at'] }],
    },
    staff_guard: { columns: { id: 'text', changes: 'int' }, key: ['id'] },
  });
  await sql.raw("insert into staff_guard (id, changes) values ('admins', 0)").execute(db);
}
