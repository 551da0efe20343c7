import { INTENTS, type Intent } from '../../domain/intent.ts';
import { type LanguageModel, MODEL_FORMAT, TAXONOMY_VERSION } from '../artefact/language-model.ts';
import { probabilitiesOf } from '../artefact/probabilities.ts';
import { type FactProbabilities, troubleOf } from '../faults/decide-fault.ts';
import type { FactName } from '../faults/fact-rules.ts';
import { wordingOf } from '../faults/wording-of.ts';
import { HEADS, type HeadRange, headRanges } from '../features/heads.ts';
import type { MessageReader, ReadMessage } from '../features/read-message.ts';
import type { Span } from '../normalise/normal-text.ts';
import { findSlots } from '../slots/find-slots.ts';
import type { TaggerWeights } from '../slots/tagger.ts';
import type { Slots } from '../understanding.ts';
import { buildIndex, GROUP_WEIGHTS } from './build-index.ts';
import { chooseThresholds, type FactSample } from './choose-thresholds.ts';
import { CLASSIFIER_SETTINGS } from './classifier-settings.ts';
import { compactTagger } from './compact-tagger.ts';
import { assignFolds, crossValidate } from './cross-validate.ts';
import type { Example } from './example.ts';
import { fitAlarm } from './fit-alarm.ts';
import { fitScaling, type Scaling } from './fit-scaling.ts';
import { swapAddresses } from './swap-addresses.ts';
import { taggedMessage } from './tagged-message.ts';
import { targetsOf } from './targets.ts';
import { trainClassifier } from './train-classifier.ts';
import { trainTagger } from './train-tagger.ts';

export interface TrainingTask {
  readonly examples: readonly Example[];
  readonly read: MessageReader;
  /** Where names of the gazetteer stand in a normalised text. */
  readonly placesIn: (text: string) => readonly Span[];
  readonly seed: number;
  readonly folds: number;
  readonly onProgress: (note: string) => void;
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

/** Learns the whole model. Deterministic: the same examples and seed give the same bytes. */
export function trainModel(task: TrainingTask): TrainingResult {
  const ranges = headRanges();
  task.onProgress(`reading ${task.examples.length} messages`);
  const messages = task.examples.map((example) => task.read(example.text));
  const counts = messages.map((message) => message.counts);
  const targets = task.examples.map(targetsOf);
  const foldOf = assignFolds(
    task.examples.map((example) => example.voice),
    task.folds,
  );
  const margins = crossValidate({ ...task, counts, targets, foldOf, heads: ranges });
  const scaling = fitScaling(ranges, margins, targets);
  const judged = messages.map((message, at): Judged => {
    const probabilities = byHead(ranges, margins[at] ?? [], scaling);
    return { example: exampleAt(task, at), message, probabilities, intent: likeliest(probabilities.intent) };
  });
  const thresholds = chooseThresholds(judged.flatMap(factSamplesOf));
  const alarm = fitAlarm(judged);
  const heldOut = withSlots(task, judged, foldOf);
  task.onProgress('training on all messages');
  const index = buildIndex(counts);
  const rows = counts.map((count) => index.vectorOf(count));
  const classifier = trainClassifier({
    index,
    rows,
    targets,
    heads: ranges,
    seed: task.seed,
    settings: CLASSIFIER_SETTINGS,
  });
  const tagger = compactTagger(taggerFor(task, judged));
  const header = {
    format: MODEL_FORMAT,
    taxonomy: TAXONOMY_VERSION,
    heads: HEADS,
    groupWeights: GROUP_WEIGHTS,
    ...scaling,
    thresholds,
    alarm,
  };
  return { model: { header, index, ...classifier, tagger }, heldOut };
}

/** The slots of each message by taggers that never heard its author. */
function withSlots(task: TrainingTask, judged: readonly Judged[], foldOf: Int32Array): HeldOut[] {
  const taggers = Array.from({ length: task.folds }, (_, fold) => {
    task.onProgress(`slots: cross-validation ${fold + 1} of ${task.folds}`);
    return taggerFor(
      task,
      judged.filter((_, at) => foldOf[at] !== fold),
    );
  });
  return judged.flatMap(({ example, message, probabilities, intent }, at) => {
    const tagger = taggers[foldOf[at] ?? 0];
    if (tagger === undefined) return [];
    const slots = findSlots({ normal: message.normal, intent, tagger, placesIn: task.placesIn });
    return [{ example, message, probabilities, slots }];
  });
}

function taggerFor(task: TrainingTask, judged: readonly Judged[]): TaggerWeights {
  const swapped = swapAddresses(
    judged.map(({ example }) => example),
    task.seed,
  ).map((example) => ({
    example,
    message: task.read(example.text),
    intent: example.intent,
  }));
  const tagged = [...judged, ...swapped].map(({ example, message: { normal }, intent }) =>
    taggedMessage({ example, normal, places: task.placesIn(normal.text), intent }),
  );
  return trainTagger(tagged, task.seed);
}

function exampleAt(task: TrainingTask, at: number): Example {
  const example = task.examples[at];
  if (example === undefined) throw new RangeError(`no example ${at}`);
  return example;
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
