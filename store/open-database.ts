import type { Database } from './database.ts';
import { openPostgres } from './postgres/open-postgres.ts';
import { openSqlite } from './sqlite/open-sqlite.ts';

/** PostgreSQL where a URL is given, else the embedded database in a folder. */
export function openDatabase(where: { databaseUrl?: string; folder: string }): Database {
  return where.databaseUrl ? openPostgres({ url: where.databaseUrl }) : openSqlite({ folder: where.folder });
}
