import { Worker } from 'node:worker_threads';
import type { TrainingParts, TrainingSource } from './training-parts.ts';
import type { PartRequest } from './training-worker.ts';

type Part = PartRequest extends infer One ? (One extends { readonly id: number } ? Omit<One, 'id'> : never) : never;
type ResultOf<Name extends keyof TrainingParts> = Promise<ReturnType<TrainingParts[Name]>>;

interface Asked {
  readonly request: PartRequest;
  readonly resolve: (result: unknown) => void;
  readonly reject: (reason: Error) => void;
}

/** The parts of training on threads of their own: each thread takes the next part that waits. */
export class TrainingThreads {
  readonly #workers: readonly Worker[];
  readonly #idle: Worker[];
  readonly #waiting: Asked[] = [];
  readonly #running = new Map<Worker, Asked>();
  #asked = 0;

  constructor(source: TrainingSource, threads: number) {
    this.#workers = Array.from({ length: threads }, () => this.#start(source));
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

  async stop(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(part: Part): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.#asked += 1;
      this.#waiting.push({ request: { ...part, id: this.#asked } as PartRequest, resolve, reject });
      this.#next();
    });
  }

  #next(): void {
    const worker = this.#idle.pop();
    const asked = worker && this.#waiting.shift();
    if (worker === undefined) return;
    if (asked === undefined) {
      this.#idle.push(worker);
      return;
    }
    this.#running.set(worker, asked);
    worker.postMessage(asked.request);
  }

  #start(source: TrainingSource): Worker {
    const worker = new Worker(new URL('training-worker.ts', import.meta.url), { workerData: source });
    worker.on('message', ({ result }: { result: unknown }) => {
      this.#running.get(worker)?.resolve(result);
      this.#running.delete(worker);
      this.#idle.push(worker);
      this.#next();
    });
    worker.on('error', (error: Error) => {
      this.#running.get(worker)?.reject(error);
      for (const asked of this.#waiting.splice(0)) asked.reject(error);
    });
    return worker;
  }
}
