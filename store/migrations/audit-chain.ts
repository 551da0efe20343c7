import { type Kysely, sql } from 'kysely';
import { isPostgres, makeAppendOnly } from './append-only.ts';
import { createTables } from './create-tables.ts';

/** The audit log becomes append-only, and a chain of hashes stands beside it. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createTables(db, {
    audit_link: {
      columns: { seq: 'int', entry_id: 'text', chained_at: 'int', hash: 'text' },
      key: ['seq'],
      indexes: [{ on: ['entry_id'], unique: true }],
    },
    audit_pending: { columns: { entry_id: 'text' }, key: ['entry_id'] },
  });
  await sql.raw('create index audit_at_id on audit (at, id)').execute(db);
  await sql.raw('create index audit_actor_at on audit (actor, at)').execute(db);
  await sql.raw('insert into audit_pending (entry_id) select id from audit').execute(db);
  for (const text of isPostgres(db) ? PENDING_ON_POSTGRES : PENDING_ON_SQLITE) await sql.raw(text).execute(db);
  await makeAppendOnly(db, { table: 'audit', key: 'id' });
  await makeAppendOnly(db, { table: 'audit_link', key: 'seq' });
}

const PENDING_ON_SQLITE = [
  'create trigger audit_waits after insert on audit begin insert into audit_pending (entry_id) values (new.id); end',
];
const PENDING_ON_POSTGRES = [
  `create function audit_waits() returns trigger language plpgsql as $$
   begin insert into audit_pending (entry_id) values (new.id); return null; end $$`,
  'create trigger audit_waits after insert on audit for each row execute function audit_waits()',
];
