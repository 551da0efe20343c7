import { type LanguageModel, MODEL_FORMAT, TAXONOMY_VERSION } from '../artefact/language-model.ts';
import { probabilitiesOf } from '../artefact/probabilities.ts';
import type { FactProbabilities } from '../faults/decide-fault.ts';
import type { FactName } from '../faults/fact-rules.ts';
import { wordingOf } from '../faults/wording-of.ts';
import { HEADS, type HeadRange, headRanges } from '../features/heads.ts';
import type { MessageReader, ReadMessage } from '../features/read-message.ts';
import { buildIndex, GROUP_WEIGHTS } from './build-index.ts';
import { fitSigmoid, fitSlope } from './calibrate.ts';
import { chooseThresholds, type FactSample } from './choose-thresholds.ts';
import { crossValidate } from './cross-validate.ts';
import type { Example } from './example.ts';
import { quantise } from './quantise.ts';
import { targetsOf } from './targets.ts';
import { trainOutputs } from './train-outputs.ts';

export interface TrainingTask {
  readonly examples: readonly Example[];
  readonly read: MessageReader;
  readonly seed: number;
  readonly folds: number;
  readonly onProgress: (note: string) => void;
}

/** What a model that never heard the author's voice makes of a message. */
export interface HeldOut {
  readonly example: Example;
  readonly message: ReadMessage;
  readonly probabilities: FactProbabilities;
}

export interface TrainingResult {
  readonly model: LanguageModel;
  /** One for each example: the ground of the model card's figures. */
  readonly heldOut: readonly HeldOut[];
}

interface Scaling {
  readonly slopes: number[];
  readonly offsets: number[];
}

/** Learns the whole model. Deterministic: the same examples and seed give the same bytes. */
export function trainModel(task: TrainingTask): TrainingResult {
  const ranges = headRanges();
  const outputs = ranges.at(-1)?.end ?? 0;
  task.onProgress(`reading ${task.examples.length} messages`);
  const messages = task.examples.map((example) => task.read(example.text));
  const counts = messages.map((message) => message.counts);
  const targets = task.examples.map(targetsOf);
  const voices = task.examples.map((example) => example.voice);
  const margins = crossValidate({ ...task, counts, targets, voices, outputs });
  const scaling = fitScaling(ranges, margins, targets);
  const heldOut = task.examples.map((example, at) => ({
    example,
    message: messages[at] ?? task.read(example.text),
    probabilities: byHead(ranges, margins[at] ?? [], scaling),
  }));
  const thresholds = chooseThresholds(heldOut.flatMap(factSamplesOf));
  task.onProgress('training on all messages');
  const index = buildIndex(counts);
  const rows = counts.map((count) => index.vectorOf(count));
  const functions = trainOutputs({ rows, targets, outputs, columns: index.size, seed: task.seed });
  const header = {
    format: MODEL_FORMAT,
    taxonomy: TAXONOMY_VERSION,
    heads: HEADS,
    groupWeights: GROUP_WEIGHTS,
    ...scaling,
    thresholds,
  };
  return { model: { header, index, outputs: quantise(functions, index.size) }, heldOut };
}

function fitScaling(
  ranges: readonly HeadRange[],
  margins: readonly Float32Array[],
  targets: readonly Int8Array[],
): Scaling {
  const slopes: number[] = [];
  const offsets: number[] = [];
  for (const range of ranges) {
    if (range.kind === 'one') {
      const samples = margins.flatMap((row, at) => {
        const truth = targets[at]?.subarray(range.start, range.end).indexOf(1) ?? -1;
        return truth < 0 ? [] : [{ margins: [...row.subarray(range.start, range.end)], truth }];
      });
      const slope = fitSlope(samples);
      for (const _ of range.labels) {
        slopes.push(slope);
        offsets.push(0);
      }
      continue;
    }
    for (let output = range.start; output < range.end; output += 1) {
      const samples = margins.flatMap((row, at) => {
        const target = targets[at]?.[output] ?? 0;
        return target === 0 ? [] : [{ margin: row[output] ?? 0, truth: target > 0 }];
      });
      const { slope, offset } = fitSigmoid(samples);
      slopes.push(slope);
      offsets.push(offset);
    }
  }
  return { slopes, offsets };
}

function byHead(ranges: readonly HeadRange[], margins: ArrayLike<number>, scaling: Scaling): FactProbabilities {
  return Object.fromEntries(
    ranges.map((range) => [range.name, probabilitiesOf(range, margins, scaling)]),
  ) as unknown as FactProbabilities;
}

function factSamplesOf({ example, message, probabilities }: HeldOut): FactSample[] {
  const targets = targetsOf(example);
  return headRanges().flatMap((range) => {
    const prefix = FACT_PREFIX[range.name];
    if (prefix === undefined) return [];
    return range.labels.map((label, at) => ({
      head: range.name,
      wording: wordingOf(`${prefix}${label}` as FactName, message.findings.facts),
      probability: probabilities[range.name][at] ?? 0,
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
