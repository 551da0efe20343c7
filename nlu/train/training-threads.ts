import { Worker } from 'node:worker_threads';
import type { TrainingParts, TrainingSource } from './training-parts.ts';
import type { PartRequest } from './training-worker.ts';

type ResultOf<Name extends keyof TrainingParts> = Promise<ReturnType<TrainingParts[Name]>>;

interface Asked {
  readonly request: PartRequest;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The parts of training on threads of their own: each thread takes the next part that waits. Where one fails, so does all that is asked for. */
export class TrainingThreads {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #waiting: Asked[] = [];
  readonly #running = new Map<Worker, Asked>();
  #failure: Error | null = null;

  constructor(source: TrainingSource, threads: number) {
    this.#workers = Array.from({ length: Math.max(1, threads) }, () => this.#start(source));
    this.#idle = [...this.#workers];
  }

  marginsOf(fold: number): ResultOf<'marginsOf'> {
    return this.#ask({ part: 'margins', fold }) as ResultOf<'marginsOf'>;
  }

  classifier(): ResultOf<'classifier'> {
    return this.#ask({ part: 'classifier' }) as ResultOf<'classifier'>;
  }

  slotsOf(fold: number, intents: Parameters<TrainingParts['slotsOf']>[1]): ResultOf<'slotsOf'> {
    return this.#ask({ part: 'slots', fold, intents }) as ResultOf<'slotsOf'>;
  }

  tagger(intents: Parameters<TrainingParts['tagger']>[0]): ResultOf<'tagger'> {
    return this.#ask({ part: 'tagger', intents }) as ResultOf<'tagger'>;
  }

  /** What is still asked for is rejected. */
  async stop(): Promise<void> {
    this.#fail(new Error('training was stopped'));
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(request: PartRequest): Promise<unknown> {
    if (this.#failure !== null) return Promise.reject(this.#failure);
    return new Promise((resolve, reject) => {
      this.#waiting.push({ request, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    const asked = this.#idle.length > 0 ? this.#waiting.shift() : undefined;
    const worker = asked && this.#idle.pop();
    if (asked === undefined || worker === undefined) return;
    this.#running.set(worker, asked);
    worker.postMessage(asked.request);
  }

  #start(source: TrainingSource): Worker {
    const worker = new Worker(new URL('training-worker.ts', import.meta.url), { workerData: source });
    worker.on('message', (result: unknown) => {
      this.#running.get(worker)?.resolve(result);
      this.#running.delete(worker);
      this.#idle.push(worker);
      this.#next();
    });
    worker.on('error', (error: Error) => this.#fail(error));
    worker.on('exit', (code) => this.#fail(new Error(`a thread of training has ended with code ${code}`)));
    return worker;
  }

  /** Only the first failure tells what was wrong. */
  #fail(error: Error): void {
    this.#failure ??= error;
    const unanswered = [...this.#running.values(), ...this.#waiting.splice(0)];
    this.#running.clear();
    for (const { reject } of unanswered) reject(this.#failure);
  }
}
