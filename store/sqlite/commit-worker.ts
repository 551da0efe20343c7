import { DatabaseSync } from 'node:sqlite';
import { type MessagePort, parentPort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import type { CommitOutcome, Row, SqlValue, Statement } from '../database.ts';
import { PreparedStatements } from './prepared-statements.ts';

/** A statement on its way to the writer: its text was sent before, once, and is named by its place. */
export interface SentStatement extends Pick<Statement, 'expect' | 'refusal'> {
  readonly text: number;
  readonly parameters: readonly SqlValue[];
}

/** A commit on its way to the writer, and what came of it. */
export interface CommitRequest {
  readonly id: number;
  readonly statements: readonly SentStatement[];
}
/** What has gathered on the other side since the last time; `texts` are new and follow those sent before. */
export interface CommitBatch {
  readonly texts: readonly string[];
  readonly requests: readonly CommitRequest[];
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
  readonly #prepared: PreparedStatements;
  readonly #texts: string[] = [];

  constructor(port: MessagePort, data: CommitWorkerData) {
    this.#port = port;
    this.#database = new DatabaseSync(data.file, { timeout: 5000 });
    this.#database.exec(`pragma journal_mode=wal; pragma synchronous=${data.synchronous}; pragma foreign_keys=on`);
    this.#prepared = new PreparedStatements(this.#database);
    port.on('message', (first: CommitBatch | 'close') => this.#takeIn(first));
  }

  #takeIn(first: CommitBatch | 'close'): void {
    const group: CommitRequest[] = [];
    let next: CommitBatch | 'close' | undefined = first;
    while (next !== undefined && next !== 'close') {
      this.#texts.push(...next.texts);
      group.push(...next.requests);
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
      this.#do('begin immediate');
      const replies = group.map((request) => this.#run(request));
      this.#do('commit');
      return replies;
    } catch (error) {
      if (this.#database.isTransaction) this.#do('rollback');
      return group.map(({ id }) => ({ id, error: messageOf(error) }));
    }
  }

  #run({ id, statements }: CommitRequest): CommitReply {
    this.#do('savepoint one');
    try {
      const outcome = this.#apply(statements);
      if (!outcome.ok) this.#do('rollback to one');
      this.#do('release one');
      return { id, outcome };
    } catch (error) {
      this.#do('rollback to one');
      this.#do('release one');
      return { id, error: messageOf(error) };
    }
  }

  #apply(statements: readonly SentStatement[]): CommitOutcome {
    const all: (readonly Row[])[] = [];
    for (const [index, { text, parameters, expect, refusal }] of statements.entries()) {
      const { rows, touched } = this.#prepared.run(this.#texts[text] ?? '', parameters);
      if (expect !== undefined && touched !== expect) return { ok: false, index, refusal: refusal ?? 'row_count' };
      all.push(rows);
    }
    return { ok: true, rows: all };
  }

  #do(sql: string): void {
    this.#prepared.run(sql, []);
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

if (parentPort) new CommitWorker(parentPort, workerData as CommitWorkerData);
