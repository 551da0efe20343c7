import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Database } from '../../store/database.ts';
import { migrate } from '../../store/migrate.ts';
import { openPostgres } from '../../store/postgres/open-postgres.ts';
import { openSqlite } from '../../store/sqlite/open-sqlite.ts';
import { freshDatabase } from '../support/start-postgres.ts';

/** One engine under a contract suite: opens an empty, migrated database, and a second door to the same one where the engine allows. */
export interface Engine {
  readonly name: string;
  /** Null where its server is not on this machine. */
  open(): Promise<OpenEngine | null>;
}

export interface OpenEngine {
  readonly database: Database;
  close(): Promise<void>;
}

export const ENGINES: readonly Engine[] = [
  {
    name: 'SQLite',
    async open() {
      const folder = mkdtempSync(join(tmpdir(), 'switchboard-'));
      const database = openSqlite({ folder });
      await migrate(database);
      return {
        database,
        async close() {
          await database.close();
          rmSync(folder, { recursive: true, force: true });
        },
      };
    },
  },
  {
    name: 'PostgreSQL',
    async open() {
      const server = process.env.TEST_DATABASE_URL;
      if (!server) return null;
      const fresh = await freshDatabase(server);
      const database = openPostgres({ url: fresh.url });
      await migrate(database);
      return {
        database,
        async close() {
          await database.close();
          await fresh.drop();
        },
      };
    },
  },
];
