import type { Database } from '../../store/database.ts';
import { openPostgres } from '../../store/postgres/open-postgres.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { temporaryFolder } from '../support/server-process.ts';
import { freshDatabase } from '../support/start-postgres.ts';

interface BareDatabase {
  readonly database: Database;
  readonly clear: () => Promise<void>;
}

/** An empty database of each engine, without any schema; null where the engine is not there. */
export const BARE_ENGINES: Readonly<Record<string, () => Promise<BareDatabase | null>>> = {
  async SQLite() {
    const folder = temporaryFolder();
    const database = openSqlite({ folder: folder.path });
    return { database, clear: async () => folder.remove() };
  },
  async PostgreSQL() {
    const server = process.env.TEST_DATABASE_URL;
    if (!server) return null;
    const fresh = await freshDatabase(server);
    return { database: openPostgres({ url: fresh.url }), clear: () => fresh.drop() };
  },
};
