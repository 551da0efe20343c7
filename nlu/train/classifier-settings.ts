import type { ClassifierSettings } from './train-classifier.ts';

/** How the product's classifier is trained: chosen by cross-validation over voices. */
export const CLASSIFIER_SETTINGS: ClassifierSettings = {
  networks: 1,
  leastMessages: 8,
  hidden: 96,
  passes: 8,
  rate: 0.05,
  dropout: 0.3,
  smoothing: 0.05,
};
