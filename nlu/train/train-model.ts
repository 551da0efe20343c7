import { INTENTS, type Intent } from '../../domain/intent.ts';
import { type LanguageModel, MODEL_FORMAT, TAXONOMY_VERSION } from '../artefact/language-model.ts';
import { probabilitiesOf } from '../artefact/probabilities.ts';
import { type FactProbabilities, troubleOf } from '../faults/decide-fault.ts';
import type { FactName } from '../faults/fact-rules.ts';
import { wordingOf } from '../faults/wording-of.ts';
import { FeatureIndex } from '../features/feature-index.ts';
import { HEADS, type HeadRange, headRanges } from '../features/heads.ts';
import { createMessageReader, type ReadMessage } from '../features/read-message.ts';
import type { Slots } from '../understanding.ts';
import { assignFolds } from './assign-folds.ts';
import { GROUP_WEIGHTS } from './build-index.ts';
import { chooseThresholds, type FactSample } from './choose-thresholds.ts';
import type { Example } from './example.ts';
import { fitAlarm } from './fit-alarm.ts';
import { fitScaling, type Scaling } from './fit-scaling.ts';
import { targetsOf } from './targets.ts';
import type { TrainingSource } from './training-parts.ts';
import { TrainingThreads } from './training-threads.ts';

export interface TrainingTask extends TrainingSource {
  readonly onProgress: (note: string) => void;
  /** How many threads learn at once; two where it is not said. */
  readonly threads?: number;
}

/** What a model that never heard the author's voice makes of a message. */
export interface HeldOut {
  readonly example: Example;
  readonly message: ReadMessage;
  readonly probabilities: FactProbabilities;
  readonly slots: Slots;
}

export interface TrainingResult {
  readonly model: LanguageModel;
  /** One for each example: the ground of the model card's figures. */
  readonly heldOut: readonly HeldOut[];
}

interface Judged {
  readonly example: Example;
  readonly message: ReadMessage;
  readonly probabilities: FactProbabilities;
  /** As guessed held out. */
  readonly intent: Intent;
}

/** Learns the whole model. Deterministic: the same examples and seed give the same bytes, on any number of threads. */
export async function trainModel(task: TrainingTask): Promise<TrainingResult> {
  const { examples, seed, folds, onProgress } = task;
  const threads = new TrainingThreads({ examples, seed, folds }, task.threads ?? 2);
  try {
    return await learn(threads, { ...task, onProgress: countedSteps(onProgress, 2 * folds + 2) });
  } finally {
    await threads.stop();
  }
}

async function learn(threads: TrainingThreads, task: TrainingTask): Promise<TrainingResult> {
  const { examples, folds, onProgress } = task;
  const ranges = headRanges();
  const numbers = Array.from({ length: folds }, (_, fold) => fold);
  const foldOf = assignFolds(
    examples.map((example) => example.voice),
    folds,
  );
  const noted = async <Result>(note: string, part: Promise<Result>): Promise<Result> => {
    const result = await part;
    onProgress(note);
    return result;
  };
  const [whole, ...byFold] = await Promise.all([
    noted('classifier on all messages', threads.classifier()),
    ...numbers.map((fold) => noted(`classifier without fold ${fold + 1}`, threads.marginsOf(fold))),
  ]);
  const margins = inOrder(foldOf, byFold);
  const read = createMessageReader();
  const scaling = fitScaling(ranges, margins, examples.map(targetsOf));
  const judged = examples.map((example, at): Judged => {
    const probabilities = byHead(ranges, margins[at] ?? [], scaling);
    return { example, message: read(example.text), probabilities, intent: likeliest(probabilities.intent) };
  });
  const intents = judged.map(({ intent }) => intent);
  const [tags, ...slotsByFold] = await Promise.all([
    noted('slots on all messages', threads.tagger(intents)),
    ...numbers.map((fold) => noted(`slots without fold ${fold + 1}`, threads.slotsOf(fold, intents))),
  ]);
  const slots = inOrder(foldOf, slotsByFold);
  const thresholds = chooseThresholds(judged.flatMap(factSamplesOf));
  const alarm = fitAlarm(judged);
  const { hashes, rarities, ...classifier } = whole;
  const { hashes: tagHashes, ...tagger } = tags;
  const header = {
    format: MODEL_FORMAT,
    taxonomy: TAXONOMY_VERSION,
    heads: HEADS,
    groupWeights: GROUP_WEIGHTS,
    ...scaling,
    thresholds,
    alarm,
  };
  return {
    model: {
      header,
      index: new FeatureIndex(hashes, rarities, GROUP_WEIGHTS),
      ...classifier,
      tagger: { ...tagger, index: new FeatureIndex(tagHashes, new Float32Array(0), []) },
    },
    heldOut: judged.map(({ example, message, probabilities }, at) => ({
      example,
      message,
      probabilities,
      slots: slots[at] ?? {},
    })),
  };
}

/** Puts what was found fold by fold back into the order of the messages. */
function inOrder<Item>(foldOf: Int32Array, byFold: readonly (readonly Item[])[]): Item[] {
  const next = byFold.map((items) => items[Symbol.iterator]());
  return Array.from(foldOf, (fold) => next[fold]?.next().value as Item);
}

function countedSteps(onProgress: TrainingTask['onProgress'], steps: number): TrainingTask['onProgress'] {
  let done = 0;
  return (note) => {
    done += 1;
    onProgress(`${done} of ${steps}: ${note}`);
  };
}

function likeliest(probabilities: readonly number[]): Intent {
  return INTENTS[probabilities.indexOf(Math.max(...probabilities))] ?? 'out_of_scope';
}

function byHead(ranges: readonly HeadRange[], margins: ArrayLike<number>, scaling: Scaling): FactProbabilities {
  return Object.fromEntries(
    ranges.map((range) => [range.name, probabilitiesOf(range, margins, scaling)]),
  ) as unknown as FactProbabilities;
}

function factSamplesOf({ example, message, probabilities }: Judged): FactSample[] {
  const targets = targetsOf(example);
  return headRanges().flatMap((range) => {
    const prefix = FACT_PREFIX[range.name];
    if (prefix === undefined) return [];
    return range.labels.map((label, at) => ({
      head: range.name,
      wording: wordingOf(`${prefix}${label}` as FactName, message.findings.facts),
      fact: `${prefix}${label}`,
      probability: range.name === 'trouble' ? troubleOf(probabilities) : (probabilities[range.name][at] ?? 0),
      truth: targets[range.start + at] === 1,
    }));
  });
}

const FACT_PREFIX: Partial<Record<HeadRange['name'], string>> = {
  hazards: 'hazard.',
  people: 'people.',
  site: 'site.',
  no_power: '',
  trouble: '',
};
