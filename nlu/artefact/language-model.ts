import type { FeatureIndex } from '../features/feature-index.ts';
import type { Head } from '../features/heads.ts';
import type { Classifier } from '../features/mixed-margins.ts';
import type { TaggerWeights } from '../slots/tagger.ts';

/** What the lexicon says of a fact: plainly, by weak signs, that it is not so, that it might be, or nothing. */
export const WORDING = ['present', 'hinted', 'denied', 'supposed', 'unsaid'] as const;
export type Wording = (typeof WORDING)[number];

/** The least probability at which a fact holds, by what the lexicon says: of facts seen often enough by their name, else of their head. */
export type Thresholds = Readonly<Record<string, Readonly<Record<Wording, number>>>>;

/** What of an emergency the words themselves tell: a grave fact by its wording, a place that must not be dark, or nothing. */
export const ALARM_GROUNDS = ['present', 'hinted', 'supposed', 'denied', 'site', 'unsaid'] as const;
export type AlarmGround = (typeof ALARM_GROUNDS)[number];

export interface AlarmWeights {
  readonly weights: readonly number[];
  /** The least alarm that counts, by ground. */
  readonly thresholds: Readonly<Record<AlarmGround, number>>;
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
  /** Weights of alarmFeatures, and what counts. */
  readonly alarm: AlarmWeights;
}

/** All that was learned. Made by the trainer, read back by readModel. */
export interface LanguageModel extends Classifier {
  readonly header: ModelHeader;
  readonly index: FeatureIndex;
  readonly tagger: TaggerWeights;
}

export const MODEL_FORMAT = 5;
export const TAXONOMY_VERSION = 1;
