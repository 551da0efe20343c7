import { type Kysely, PostgresAdapter, sql } from 'kysely';

interface AppendOnlyTable {
  readonly table: string;
  readonly key: string;
  /** What comes of a row whose key is there already: where ON CONFLICT DO NOTHING is written for it, it has to be ignored. */
  readonly again?: 'refused' | 'ignored';
}

/**
 * Makes a table append-only in the store itself: changing, deleting and replacing rows is refused on both engines, and
 * emptying the table where the engine knows that. Whoever owns the database can take the triggers away.
 */
export async function makeAppendOnly(
  db: Kysely<unknown>,
  { table, key, again = 'refused' }: AppendOnlyTable,
): Promise<void> {
  for (const text of isPostgres(db) ? onPostgres(table) : onSqlite({ table, key, again }))
    await sql.raw(text).execute(db);
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

/** A row replaced by INSERT OR REPLACE fires no trigger of deletion: it is stopped before it is inserted. */
function onSqlite({ table, key, again }: Required<AppendOnlyTable>): string[] {
  const refuse = `begin select raise(abort, '${table} is append-only'); end`;
  return [
    `create trigger ${table}_no_update before update on ${table} ${refuse}`,
    `create trigger ${table}_no_delete before delete on ${table} ${refuse}`,
    `create trigger ${table}_no_replace before insert on ${table}
     when exists (select 1 from ${table} where ${key} = new.${key})
     ${again === 'ignored' ? 'begin select raise(ignore); end' : refuse}`,
  ];
}
