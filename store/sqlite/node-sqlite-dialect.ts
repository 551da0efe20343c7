import {
  CompiledQuery,
  type DatabaseConnection,
  type DatabaseIntrospector,
  type Dialect,
  type DialectAdapter,
  type Driver,
  type Kysely,
  type QueryCompiler,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
} from 'kysely';
import type { PreparedStatements } from './prepared-statements.ts';

/** Kysely on node:sqlite: its own SQLite compiler over one synchronous connection, with statements kept prepared. */
export class NodeSqliteDialect implements Dialect {
  readonly #statements: PreparedStatements;
  constructor(statements: PreparedStatements) {
    this.#statements = statements;
  }
  createAdapter(): DialectAdapter {
    return new SqliteAdapter();
  }
  createDriver(): Driver {
    return new NodeSqliteDriver(new NodeSqliteConnection(this.#statements));
  }
  createIntrospector(db: Kysely<unknown>): DatabaseIntrospector {
    return new SqliteIntrospector(db);
  }
  createQueryCompiler(): QueryCompiler {
    return new SqliteQueryCompiler();
  }
}

class NodeSqliteDriver implements Driver {
  readonly #connection: NodeSqliteConnection;
  /** One connection: a transaction (migrations only) keeps the others waiting. */
  #free: Promise<void> = Promise.resolve();
  #release: () => void = () => {};

  constructor(connection: NodeSqliteConnection) {
    this.#connection = connection;
  }
  async init(): Promise<void> {}
  async acquireConnection(): Promise<DatabaseConnection> {
    return this.#connection;
  }
  async beginTransaction(): Promise<void> {
    const before = this.#free;
    this.#free = new Promise((resolve) => {
      this.#release = resolve;
    });
    await before;
    await this.#connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }
  async commitTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('commit'));
    this.#release();
  }
  async rollbackTransaction(): Promise<void> {
    await this.#connection.executeQuery(CompiledQuery.raw('rollback'));
    this.#release();
  }
  async releaseConnection(): Promise<void> {}
  async destroy(): Promise<void> {}
}

class NodeSqliteConnection implements DatabaseConnection {
  readonly #statements: PreparedStatements;

  constructor(statements: PreparedStatements) {
    this.#statements = statements;
  }

  async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
    const { rows, touched } = this.#statements.run(query.sql, query.parameters);
    return { rows: rows as R[], numAffectedRows: BigInt(touched) };
  }

  // biome-ignore lint/correctness/useYield: streaming is not offered; results here are small pages
  async *streamQuery<R>(): AsyncIterableIterator<QueryResult<R>> {
    throw new Error('node:sqlite answers whole pages; ask for a page instead of a stream');
  }
}
