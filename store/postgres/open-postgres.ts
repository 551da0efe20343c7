import { createHash } from 'node:crypto';
import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import { type CommitOutcome, type Database, type Row, type Statement, StoreError } from '../database.ts';
import type { Tables } from '../tables.ts';

export interface PostgresOptions {
  readonly url: string;
  /** Connections at the most. */
  readonly connections?: number;
  readonly onError?: (error: Error) => void;
}

/** Opens a PostgreSQL database. Lost connections are replaced by the pool; a commit in flight then rejects with StoreError('unreachable'). */
export function openPostgres({ url, connections = 10, onError = () => {} }: PostgresOptions): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: 5000,
    pipeline: true,
    types: { getTypeParser: numbersFromBigint },
  });
  pool.on('error', onError);
  const names = new StatementNames();
  const query = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return {
    engine: 'postgres',
    durability: 'PostgreSQL, synchronous_commit as the server has it (on by default)',
    query,
    read: (statements) => read(pool, names, statements),
    commit: (statements) => commit(pool, names, statements),
    async ping() {
      (await connect(pool)).release();
    },
    async close() {
      await query.destroy();
    },
  };
}

const INT8 = 20;

/** bigint columns hold times in milliseconds, counts and money: all well within 2^53. */
const numbersFromBigint: typeof pg.types.getTypeParser = ((oid: number, format?: 'text' | 'binary') =>
  oid === INT8 ? Number : pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser;

async function read(pool: pg.Pool, names: StatementNames, statements: readonly Statement[]): Promise<Row[][]> {
  const client = await connect(pool);
  try {
    const sent = inOneWrite(client, () => statements.map((one) => client.query<Row>(prepared(names, one))));
    const answers = await Promise.all(sent);
    return answers.map(({ rows }) => rows);
  } finally {
    client.release();
  }
}

/** A text is parsed and planned once on each connection. */
function prepared(names: StatementNames, { sql, parameters }: Statement): pg.QueryConfig {
  return { name: names.of(sql), text: sql, values: [...parameters] };
}

async function commit(pool: pg.Pool, names: StatementNames, statements: readonly Statement[]): Promise<CommitOutcome> {
  const client = await connect(pool);
  let broken: Error | undefined;
  try {
    const outcome = await apply(client, names, statements);
    await client.query(outcome.ok ? 'commit' : 'rollback');
    return outcome;
  } catch (cause) {
    broken = await rollBack(client);
    throw new StoreError(broken ? 'unreachable' : 'engine', messageOf(cause), { cause });
  } finally {
    client.release(broken);
  }
}

async function connect(pool: pg.Pool): Promise<pg.PoolClient> {
  try {
    return await pool.connect();
  } catch (cause) {
    throw new StoreError('unreachable', "the database can't be reached", { cause });
  }
}

/** Sends everything down the connection at once (pipelined) and looks at the row counts when all answers are in. */
async function apply(
  client: pg.PoolClient,
  names: StatementNames,
  statements: readonly Statement[],
): Promise<CommitOutcome> {
  const { began, sent } = inOneWrite(client, () => ({
    began: client.query('begin'),
    sent: statements.map((one) => client.query<Row>(prepared(names, one))),
  }));
  const [beginning, ...answers] = await Promise.allSettled([began, ...sent]);
  if (beginning.status === 'rejected') throw beginning.reason;
  const all: Row[][] = [];
  for (const [index, { expect, refusal }] of statements.entries()) {
    const answer = answers[index];
    if (answer === undefined || answer.status === 'rejected') throw answer?.reason;
    const { rows, rowCount } = answer.value as pg.QueryResult<Row>;
    if (expect !== undefined && rowCount !== expect) return { ok: false, index, refusal: refusal ?? 'row_count' };
    all.push(rows);
  }
  return { ok: true, rows: all };
}

/** What `send` asks goes out together: a write to the socket costs as much processor time as a small query. */
function inOneWrite<T>(client: pg.PoolClient, send: () => T): T {
  const { stream } = (client as unknown as pg.Client).connection;
  stream.cork();
  try {
    return send();
  } finally {
    stream.uncork();
  }
}

/** Names for prepared statements, so that each connection parses a text once. */
class StatementNames {
  readonly #names = new Map<string, string>();
  of(sql: string): string {
    const known = this.#names.get(sql);
    if (known) return known;
    const name = `s${createHash('sha1').update(sql).digest('hex').slice(0, 20)}`;
    this.#names.set(sql, name);
    return name;
  }
}

/** Rolls back; a connection on which even that fails is given to nobody else. */
async function rollBack(client: pg.PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error));
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
