import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { CommitOutcome, Row, Statement } from '../database.ts';

/** A commit on its way to the writer, and what came of it. */
export interface CommitRequest {
  readonly id: number;
  readonly statements: readonly Statement[];
}
export type CommitReply = { readonly id: number } & ({ readonly outcome: CommitOutcome } | { readonly error: string });
export interface CommitWorkerData {
  readonly file: string;
  readonly synchronous: 'FULL' | 'NORMAL';
}

const MOST_IN_GROUP = 256;

/** The writer's thread: takes all commits that have gathered, runs each under its own savepoint, and pays one fsync for all. */
class CommitWorker {
  readonly #database: DatabaseSync;
  readonly #port: MessagePort;
  readonly #prepared = new Map<string, { statement: StatementSync; returnsRows: boolean }>();

  constructor(port: MessagePort, data: CommitWorkerData) {
    this.#port = port;
    this.#database = new DatabaseSync(data.file, { timeout: 5000 });
    this.#database.exec(`pragma journal_mode=wal; pragma synchronous=${data.synchronous}; pragma foreign_keys=on`);
    port.on('message', (first: CommitRequest | 'close') => this.#takeIn(first));
  }

  #takeIn(first: CommitRequest | 'close'): void {
    const group: CommitRequest[] = [];
    let next: CommitRequest | 'close' | undefined = first;
    while (next !== undefined && next !== 'close') {
      group.push(next);
      next = group.length < MOST_IN_GROUP ? receiveMessageOnPort(this.#port)?.message : undefined;
    }
    if (group.length > 0) this.#port.postMessage(this.#commitGroup(group));
    if (next === 'close') {
      this.#database.close();
      this.#port.close();
    }
  }

  #commitGroup(group: readonly CommitRequest[]): CommitReply[] {
    try {
      this.#database.exec('begin immediate');
      const replies = group.map((request) => this.#run(request));
      this.#database.exec('commit');
      return replies;
    } catch (error) {
      if (this.#database.isTransaction) this.#database.exec('rollback');
      return group.map(({ id }) => ({ id, error: messageOf(error) }));
    }
  }

  #run({ id, statements }: CommitRequest): CommitReply {
    this.#database.exec('savepoint one');
    try {
      const outcome = this.#apply(statements);
      this.#database.exec(outcome.ok ? 'release one' : 'rollback to one; release one');
      return { id, outcome };
    } catch (error) {
      this.#database.exec('rollback to one; release one');
      return { id, error: messageOf(error) };
    }
  }

  #apply(statements: readonly Statement[]): CommitOutcome {
    const all: Row[][] = [];
    for (const [index, { sql, parameters, expect, refusal }] of statements.entries()) {
      const { statement, returnsRows } = this.#prepare(sql);
      const input = parameters as SQLInputValue[];
      const rows = returnsRows ? (statement.all(...input) as Row[]) : [];
      const touched = returnsRows ? rows.length : Number(statement.run(...input).changes);
      if (expect !== undefined && touched !== expect) return { ok: false, index, refusal: refusal ?? 'row_count' };
      all.push(rows);
    }
    return { ok: true, rows: all };
  }

  #prepare(sql: string): { statement: StatementSync; returnsRows: boolean } {
    const known = this.#prepared.get(sql);
    if (known) return known;
    const statement = this.#database.prepare(sql);
    const prepared = { statement, returnsRows: statement.columns().length > 0 };
    if (this.#prepared.size >= 1000) this.#prepared.clear();
    this.#prepared.set(sql, prepared);
    return prepared;
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (parentPort) new CommitWorker(parentPort, workerData as CommitWorkerData);
