import type { Labelled, LabelledSet } from './labelled-set.ts';

export interface Guess {
  readonly label: string;
  /** The higher, the surer that the message belongs to the set at all. */
  readonly confidence: number;
}

export type Classify = (text: string) => Guess | Promise<Guess>;

/** An engine under test: trained from scratch on what it is given. */
export interface Subject {
  readonly key: string;
  readonly title: string;
  /** Whether another seed makes another model. */
  readonly seeded: boolean;
  /** More training examples than these take it too long to be measured. */
  readonly most: number;
  /** May look at the validation part to choose its settings; never at the test part. */
  train(set: LabelledSet, seed: number): Promise<Classify>;
}

/** All that may be learned from once settings are chosen: for a set whose validation part was held back, both parts. */
export function trainingPart(set: LabelledSet): readonly Labelled[] {
  return set.key.startsWith('banking77') ? [...set.train, ...set.valid] : set.train;
}
