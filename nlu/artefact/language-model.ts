import type { FeatureIndex } from '../features/feature-index.ts';
import type { Head, HeadName } from '../features/heads.ts';
import type { LinearOutputs } from '../features/linear-outputs.ts';
import type { TaggerWeights } from '../slots/tagger.ts';

/** What the lexicon says of a fact: plainly, by weak signs, that it is not so, that it might be, or nothing. */
export const WORDING = ['present', 'hinted', 'denied', 'supposed', 'unsaid'] as const;
export type Wording = (typeof WORDING)[number];

/** The least probability at which a fact of a head holds, by what the lexicon says. */
export type Thresholds = Readonly<Partial<Record<HeadName, Readonly<Record<Wording, number>>>>>;

export interface AlarmWeights {
  readonly weights: readonly number[];
  readonly threshold: number;
}

export interface ModelHeader {
  readonly format: number;
  /** Version of taxonomy.json whose labels the model knows. */
  readonly taxonomy: number;
  readonly heads: readonly Head[];
  readonly groupWeights: readonly number[];
  /** By output: probability = sigmoid(slope * margin + offset) for `any` heads, softmax over slope * margin for `one`. */
  readonly slopes: readonly number[];
  readonly offsets: readonly number[];
  readonly thresholds: Thresholds;
  /** Weights of alarmFeatures, and the least alarm that counts. */
  readonly alarm: AlarmWeights;
}

/** All that was learned. Made by the trainer, read back by readModel. */
export interface LanguageModel {
  readonly header: ModelHeader;
  readonly index: FeatureIndex;
  readonly outputs: LinearOutputs;
  readonly tagger: TaggerWeights;
}

export const MODEL_FORMAT = 3;
export const TAXONOMY_VERSION = 1;
