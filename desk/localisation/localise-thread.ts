import { Worker } from 'node:worker_threads';
import type { Question, QuestionOrder } from '../../domain/faults/localisation/asking/choose-questions.ts';
import type { Localisation } from '../../domain/faults/localisation/create-localiser.ts';
import type { SupplyReport } from '../../domain/faults/localisation/evidence.ts';
import type { Network } from '../../domain/faults/localisation/network.ts';
import type { LocaliseAnswer, LocaliseQuestion } from './localise.ts';
import type { LocaliseReply, LocaliseRequest } from './localise-worker.ts';

export type FeederQuestion = Omit<LocaliseQuestion, 'network' | 'after' | 'order'> & { readonly network: Network };

/** Which devices of a feeder have failed, asked away from the thread that turns run on. */
export interface Localiser {
  /** Rejects where the thread failed over it. */
  ask(question: FeederQuestion): Promise<Localisation>;
  /** Whose answers to "is your power on?" would tell most of it. Rejects as `ask` does. */
  choose(question: FeederQuestion, order: QuestionOrder): Promise<readonly Question[]>;
  close(): Promise<void>;
}

interface Waiting {
  readonly resolve: (answer: LocaliseAnswer) => void;
  readonly reject: (error: Error) => void;
}

const MOST_REMEMBERED = 200;

/** This side of localisation's thread. It is started with the first question, and anew after it has failed. */
export class LocaliseThread implements Localiser {
  #worker: Worker | null = null;
  readonly #waiting = new Map<number, Waiting>();
  /** By feeder: the last question that was answered. */
  readonly #asked = new Map<string, FeederQuestion>();
  #last = 0;

  async ask(question: FeederQuestion): Promise<Localisation> {
    const answer = await this.#answer(question, {});
    if (answer.kind !== 'localised') throw new Error('localisation did not say what has failed');
    return answer.localisation;
  }

  async choose(question: FeederQuestion, order: QuestionOrder): Promise<readonly Question[]> {
    const answer = await this.#answer(question, { order });
    if (answer.kind !== 'chosen') throw new Error('localisation did not say whom to ask');
    return answer.questions;
  }

  async #answer(question: FeederQuestion, also: Pick<LocaliseQuestion, 'order'>): Promise<LocaliseAnswer> {
    const { feederId } = question;
    let answer = await this.#put({ ...shortened(question, this.#asked.get(feederId)), ...also });
    if (answer.kind === 'send_all') answer = await this.#put({ ...question, ...also, after: 0 });
    if (answer.kind === 'send_all') throw new Error('localisation did not keep what it was sent');
    this.#asked.delete(feederId);
    this.#asked.set(feederId, question);
    const [oldest] = this.#asked.keys();
    if (this.#asked.size > MOST_REMEMBERED && oldest !== undefined) this.#asked.delete(oldest);
    return answer;
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    this.#worker = null;
    this.#asked.clear();
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
    this.#asked.clear();
    this.#fail(error);
  }

  #fail(error: Error): void {
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }
}

/** Without what was sent with the last question: most often a few reports more are all that is new. */
function shortened(question: FeederQuestion, last: FeederQuestion | undefined): LocaliseQuestion {
  if (last?.networkKey !== question.networkKey) return { ...question, after: 0 };
  const { network: _network, ...rest } = question;
  const goesOn =
    isSameList(question.dark, last.dark) &&
    isSameList(question.sound, last.sound) &&
    beginsWith(question.reports, last.reports);
  const after = goesOn ? last.reports.length : 0;
  return { ...rest, reports: question.reports.slice(after), after };
}

function isSameList(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((each, at) => each === other[at]);
}

function beginsWith(reports: readonly SupplyReport[], earlier: readonly SupplyReport[]): boolean {
  return earlier.length <= reports.length && earlier.every((report, at) => isSame(report, reports[at]));
}

function isSame(one: SupplyReport, other: SupplyReport | undefined): boolean {
  return (
    other !== undefined &&
    one.kind === other.kind &&
    one.at === other.at &&
    one.asked === other.asked &&
    one.candidates.length === other.candidates.length &&
    one.candidates.every(
      ({ customer, weight }, at) =>
        customer === other.candidates[at]?.customer && weight === other.candidates[at].weight,
    )
  );
}
