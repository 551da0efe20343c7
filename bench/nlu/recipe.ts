import type { ClassifierSettings } from '../../nlu/train/train-classifier.ts';
import { CHARACTERS_FIRST, type FeatureLayout, PLAIN, WORDS_APART } from './feature-layout.ts';
import type { LabelledSet } from './labelled-set.ts';
import type { Mixture } from './mixture.ts';
import { trainingPart } from './subject.ts';

/** How the classifier is trained for a kind of set; docs/nlu.md tells what each was chosen on. */
export interface Recipe {
  readonly layout: FeatureLayout;
  readonly settings: ClassifierSettings;
  /** Whether a label's own words are one more example of it: "card_arrival" says what is meant. */
  readonly ownWords: boolean;
  /** Where absent, the mixture is chosen on the validation part of the set. */
  readonly mixture?: Mixture;
}

/** Apart from the product's own settings, which follow its data. */
const MANY: ClassifierSettings = {
  networks: 3,
  leastMessages: 2,
  hidden: 128,
  passes: 10,
  rate: 0.05,
  dropout: 0.3,
  smoothing: 0.1,
};

const ENGLISH: Recipe = { layout: PLAIN, settings: MANY, ownWords: false };

/** Networks added nothing to the machines. */
const CHINESE: Recipe = { layout: CHARACTERS_FIRST, settings: { ...MANY, networks: 0 }, ownWords: false };

const FEW: Recipe = {
  layout: WORDS_APART,
  settings: {
    ...MANY,
    networks: 2,
    leastMessages: 1,
    hidden: 96,
    passes: 30,
    rate: 0.02,
    smoothing: 0,
    hiddenDropout: 0.6,
  },
  ownWords: true,
  mixture: { slope: 6.6, share: 0.8, marginShare: 0 },
};

/** With fewer examples a class they are few. */
const FEW_A_CLASS = 20;

export function recipeFor(set: LabelledSet, labels: readonly string[]): Recipe {
  if (trainingPart(set).length < FEW_A_CLASS * labels.length) return FEW;
  return set.language === 'zh' ? CHINESE : ENGLISH;
}
