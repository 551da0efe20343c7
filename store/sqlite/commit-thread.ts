import { Worker } from 'node:worker_threads';
import { type CommitOutcome, type Statement, StoreError } from '../database.ts';
import type { CommitBatch, CommitReply, CommitRequest, CommitWorkerData, SentStatement } from './commit-worker.ts';

interface Waiting {
  readonly resolve: (outcome: CommitOutcome) => void;
  readonly reject: (error: StoreError) => void;
}

/** This side of the writer's thread: hands commits over and gives each its own outcome back. */
export class CommitThread {
  readonly #worker: Worker;
  readonly #waiting = new Map<number, Waiting>();
  readonly #exited: Promise<void>;
  readonly #texts = new Map<string, number>();
  #newTexts: string[] = [];
  #gathered: CommitRequest[] = [];
  #last = 0;
  #ended: StoreError | null = null;

  constructor(data: CommitWorkerData) {
    this.#worker = new Worker(new URL('./commit-worker.ts', import.meta.url), { workerData: data });
    this.#worker.on('message', (replies: readonly CommitReply[]) => this.#settle(replies));
    this.#worker.on('error', (cause) => this.#fail(new StoreError('engine', 'the writer failed', { cause })));
    this.#exited = new Promise((resolve) => {
      this.#worker.on('exit', () => {
        this.#fail(new StoreError('closed', 'the writer has ended'));
        resolve();
      });
    });
  }

  commit(statements: readonly Statement[]): Promise<CommitOutcome> {
    if (this.#ended) return Promise.reject(this.#ended);
    const request = { id: ++this.#last, statements: statements.map((one) => this.#sent(one)) };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      // A message between threads costs more than what it carries: those of one round of the event loop go together.
      if (this.#gathered.push(request) === 1) setImmediate(() => this.#handOver());
    });
  }

  /** Lets what was handed over finish, then ends the thread. */
  async close(): Promise<void> {
    this.#handOver();
    this.#worker.postMessage('close');
    await this.#exited;
  }

  #handOver(): void {
    if (this.#gathered.length === 0) return;
    const batch: CommitBatch = { texts: this.#newTexts, requests: this.#gathered };
    this.#newTexts = [];
    this.#gathered = [];
    this.#worker.postMessage(batch);
  }

  #sent({ sql, ...rest }: Statement): SentStatement {
    const known = this.#texts.get(sql);
    if (known !== undefined) return { ...rest, text: known };
    const text = this.#texts.size;
    this.#texts.set(sql, text);
    this.#newTexts.push(sql);
    return { ...rest, text };
  }

  #settle(replies: readonly CommitReply[]): void {
    for (const reply of replies) {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if ('outcome' in reply) waiting?.resolve(reply.outcome);
      else waiting?.reject(new StoreError('engine', reply.error));
    }
  }

  #fail(error: StoreError): void {
    this.#ended ??= error;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
