import type { Database } from './database.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite, type SqliteOptions } from './sqlite/open-sqlite.ts';

/** PostgreSQL where a URL is given, else the embedded database in a folder. */
export function openDatabase({ databaseUrl, ...embedded }: SqliteOptions & { databaseUrl?: string }): Database {
  return databaseUrl ? openPostgres({ url: databaseUrl }) : openSqlite(embedded);
}
