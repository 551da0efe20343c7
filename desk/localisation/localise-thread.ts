import { Worker } from 'node:worker_threads';
import type { Localisation } from '../../domain/faults/localisation/create-localiser.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import type { LocaliseAnswer, LocaliseQuestion } from './localise.ts';
import type { LocaliseReply, LocaliseRequest } from './localise-worker.ts';

/** Which devices of a feeder have failed, asked away from the thread that turns run on. */
export interface Localiser {
  /** Rejects where the thread failed over it. */
  ask(question: Omit<LocaliseQuestion, 'network'> & { readonly network: Network }): Promise<Localisation>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: LocaliseAnswer) => void;
  readonly reject: (error: Error) => void;
}

/** This side of localisation's thread. It is started with the first question, and anew after it has failed. */
export class LocaliseThread implements Localiser {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  readonly #sent = new Map<string, string>();
  #last = 0;

  async ask({ network, ...question }: Parameters<Localiser['ask']>[0]): Promise<Localisation> {
    const isKnown = this.#sent.get(question.feederId) === question.networkKey;
    let answer = await this.#put(isKnown ? question : { ...question, network });
    if (answer.kind === 'network_needed') answer = await this.#put({ ...question, network });
    if (answer.kind === 'network_needed') throw new Error('localisation did not keep the network it was sent');
    this.#sent.set(question.feederId, question.networkKey);
    return answer.localisation;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    await worker?.terminate();
    this.#fail(new Error('localisation has ended'));
  }

  #put(question: LocaliseQuestion): Promise<LocaliseAnswer> {
    this.#worker ??= this.#start();
    const worker = this.#worker;
    const request: LocaliseRequest = { id: ++this.#last, question };
    return new Promise((resolve, reject) => {
      this.#waiting.set(request.id, { resolve, reject });
      worker.postMessage(request);
    });
  }

  #start(): Worker {
    const worker = new Worker(new URL('./localise-worker.ts', import.meta.url));
    worker.on('message', ({ id, ...reply }: LocaliseReply) => {
      const waiting = this.#waiting.get(id);
      this.#waiting.delete(id);
      if ('answer' in reply) waiting?.resolve(reply.answer);
      else waiting?.reject(new Error(`localisation failed: ${reply.error}`));
    });
    worker.on('error', (cause) => this.#gone(worker, new Error('the thread of localisation failed', { cause })));
    worker.on('exit', () => this.#gone(worker, new Error('the thread of localisation has ended')));
    worker.unref();
    return worker;
  }

  #gone(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    this.#sent.clear();
    this.#fail(error);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}
