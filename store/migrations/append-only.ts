import { type Kysely, PostgresAdapter, sql } from 'kysely';

/**
 * Makes a table append-only in the store itself: changing, deleting and replacing rows is refused on both engines, and
 * emptying the table where the engine knows that. Whoever owns the database can take the triggers away.
 */
export async function makeAppendOnly(db: Kysely<unknown>, table: string, key: string): Promise<void> {
  for (const text of isPostgres(db) ? onPostgres(table) : onSqlite(table, key)) await sql.raw(text).execute(db);
}

export function isPostgres(db: Kysely<unknown>): boolean {
  return db.getExecutor().adapter instanceof PostgresAdapter;
}

function onPostgres(table: string): string[] {
  return [
    `create or replace function refuse_change() returns trigger language plpgsql as $$
     begin raise exception '% is append-only', tg_table_name; end $$`,
    `create trigger ${table}_append_only before update or delete or truncate on ${table}
     for each statement execute function refuse_change()`,
  ];
}

/** A row replaced by INSERT OR REPLACE fires no trigger of deletion: it is refused before it is inserted. */
function onSqlite(table: string, key: string): string[] {
  const refuse = `begin select raise(abort, '${table} is append-only'); end`;
  return [
    `create trigger ${table}_no_update before update on ${table} ${refuse}`,
    `create trigger ${table}_no_delete before delete on ${table} ${refuse}`,
    `create trigger ${table}_no_replace before insert on ${table}
     when exists (select 1 from ${table} where ${key} = new.${key}) ${refuse}`,
  ];
}
