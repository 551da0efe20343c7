import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Kysely } from 'kysely';
import { type Database, type Statement, StoreError } from '../database.ts';
import type { Tables } from '../tables.ts';
import { CommitThread } from './commit-thread.ts';
import { NodeSqliteDialect } from './node-sqlite-dialect.ts';
import { PreparedStatements } from './prepared-statements.ts';

export interface SqliteOptions {
  /** The folder; made where it is missing. */
  readonly folder: string;
  /** FULL keeps every acknowledged commit through a power cut; NORMAL through kill -9 only. */
  readonly synchronous?: 'FULL' | 'NORMAL';
}

/**
 * Opens the embedded database. Reads go over this thread's connection, commits to a worker thread that groups them.
 * Throws StoreError('locked') where another process has the folder open.
 */
export function openSqlite({ folder, synchronous = 'FULL' }: SqliteOptions): Database {
  mkdirSync(folder, { recursive: true });
  const lock = lockFolder(folder);
  const file = join(folder, 'switchboard.db');
  const connection = new DatabaseSync(file, { timeout: 5000 });
  connection.exec('pragma journal_mode=wal; pragma synchronous=full; pragma foreign_keys=on; pragma cache_size=-32000');
  const prepared = new PreparedStatements(connection);
  const query = new Kysely<Tables>({ dialect: new NodeSqliteDialect(prepared) });
  const thread = new CommitThread({ file, synchronous });
  return {
    engine: 'sqlite',
    durability: `SQLite WAL, synchronous=${synchronous}, commits grouped under one fsync`,
    query,
    read: async (statements: readonly Statement[]) =>
      statements.map(({ sql, parameters }) => prepared.run(sql, parameters).rows),
    commit: (statements: readonly Statement[]) => thread.commit(statements),
    /** Through the writer, and as far as its lock: reading alone would not tell that nothing can be written. */
    async ping() {
      await thread.commit([]);
    },
    async close() {
      await thread.close();
      await query.destroy();
      connection.close();
      lock.close();
    },
  };
}

/** An operating-system lock that dies with the process: a file of its own, held by an open exclusive transaction. */
function lockFolder(folder: string): DatabaseSync {
  const lock = new DatabaseSync(join(folder, 'lock.db'), { timeout: 0 });
  try {
    lock.exec('pragma locking_mode=exclusive; begin exclusive');
    return lock;
  } catch (cause) {
    lock.close();
    throw new StoreError('locked', `${folder} is in use by another process`, { cause });
  }
}
