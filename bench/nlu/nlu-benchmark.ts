import { type Benchmark, type Output, UsageError } from '../benchmark.ts';
import { quantile } from '../measure/quantiles.ts';
import { table } from '../measure/table.ts';
import { type LabelledSet, readSet } from './labelled-set.ts';
import { naturalBayes, naturalLogistic } from './natural-subjects.ts';
import { nlpjsSubject } from './nlpjs-subject.ts';
import { nluOptions } from './nlu-options.ts';
import { rankShare } from './rank-share.ts';
import type { Subject } from './subject.ts';
import { switchboardSubject } from './switchboard-subject.ts';

const SUBJECTS: readonly Subject[] = [switchboardSubject, naturalBayes, naturalLogistic, nlpjsSubject];

/** Public sets of intents, every engine trained from scratch; nothing is chosen on a test part. */
export const nluBenchmark: Benchmark = {
  summary: 'intents on public sets beside natural and nlp.js, trained from scratch: accuracy, out of scope, time',
  async run(args, output) {
    const options = nluOptions(args);
    const subjects = SUBJECTS.filter(({ key }) => options.only.length === 0 || options.only.includes(key));
    if (subjects.length === 0) {
      throw new UsageError(`--only takes keys out of ${SUBJECTS.map(({ key }) => key).join(',')}`);
    }
    const results: Result[] = [];
    for (const key of options.sets) {
      const set = readSet(options.data, key);
      for (const subject of subjects) {
        if (set.train.length > subject.most) continue;
        results.push(await measure(subject, set, subject.seeded ? options.seeds : 1, output));
      }
    }
    output.out(resultTable(subjects, results));
    return { benchmark: 'nlu', seeds: options.seeds, results };
  },
};

/** Shares from 0 to 1, times in milliseconds. */
interface Result {
  readonly subject: string;
  readonly set: string;
  readonly title: string;
  /** By seed. */
  readonly accuracies: readonly number[];
  readonly accuracy: number;
  readonly deviation: number;
  /** How well messages in scope and out of scope are told apart; null where the set has none of the latter. */
  readonly auroc: number | null;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly trainingSeconds: number;
}

async function measure(subject: Subject, set: LabelledSet, seeds: number, output: Output): Promise<Result> {
  const accuracies: number[] = [];
  const aurocs: number[] = [];
  const times: number[] = [];
  let training = 0;
  for (let seed = 1; seed <= seeds; seed += 1) {
    const started = performance.now();
    const classify = await subject.train(set, seed);
    training += performance.now() - started;
    let right = 0;
    const inside: number[] = [];
    for (const { text, label } of set.test) {
      const before = performance.now();
      const guess = await classify(text);
      times.push(performance.now() - before);
      if (guess.label === label) right += 1;
      inside.push(guess.confidence);
    }
    accuracies.push(right / set.test.length);
    if (set.strangersTest.length > 0) {
      const outside: number[] = [];
      for (const { text } of set.strangersTest) outside.push((await classify(text)).confidence);
      aurocs.push(rankShare(inside, outside));
    }
    output.progress(`${set.title}, ${subject.title}, seed ${seed}: ${percent(accuracies.at(-1) ?? 0)}`);
  }
  return {
    subject: subject.key,
    set: set.key,
    title: set.title,
    accuracies,
    accuracy: mean(accuracies),
    deviation: deviation(accuracies),
    auroc: aurocs.length === 0 ? null : mean(aurocs),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
    trainingSeconds: training / 1000 / seeds,
  };
}

function resultTable(subjects: readonly Subject[], results: readonly Result[]): string {
  const sets = [...new Map(results.map(({ set, title }) => [set, title]))];
  const header = ['accuracy', ...subjects.map(({ title }) => title)];
  const rows = sets.flatMap(([set, title]) => {
    const cells = (show: (result: Result) => string): string[] =>
      subjects.map(({ key }) => {
        const result = results.find((one) => one.set === set && one.subject === key);
        return result === undefined ? '–' : show(result);
      });
    const auroc = results.some((one) => one.set === set && one.auroc !== null)
      ? [[`${title}: out of scope, AUROC`, ...cells((one) => (one.auroc === null ? '–' : percent(one.auroc)))]]
      : [];
    return [
      [
        title,
        ...cells((one) => `${percent(one.accuracy)}${one.accuracies.length > 1 ? ` ±${percent(one.deviation)}` : ''}`),
      ],
      ...auroc,
      [`${title}: ms a message, p50/p99`, ...cells((one) => `${one.p50Ms.toFixed(3)}/${one.p99Ms.toFixed(2)}`)],
      [`${title}: s of training`, ...cells((one) => one.trainingSeconds.toFixed(0))],
    ];
  });
  return table([header, ...rows]);
}

function percent(share: number): string {
  return (share * 100).toFixed(1);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function deviation(values: readonly number[]): number {
  const middle = mean(values);
  return Math.sqrt(values.reduce((sum, value) => sum + (value - middle) ** 2, 0) / Math.max(values.length - 1, 1));
}
