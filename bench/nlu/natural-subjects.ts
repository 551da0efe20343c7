import BayesClassifier from 'natural/lib/natural/classifiers/bayes_classifier.js';
import LogisticRegressionClassifier from 'natural/lib/natural/classifiers/logistic_regression_classifier.js';
import { createNormaliser } from '../../nlu/normalise/create-normaliser.ts';
import { createTokeniser } from '../../nlu/tokens/create-tokeniser.ts';
import type { LabelledSet } from './labelled-set.ts';
import { type Classify, type Subject, trainingPart } from './subject.ts';

interface NaturalClassifier {
  addDocument(text: string | string[], label: string): void;
  train(): void;
  getClassifications(text: string | string[]): { label: string; value: number }[];
}

/** Its gradient descent walks over all examples times all words for each class: hours on a full set. */
const MOST_FOR_LOGISTIC = 2_000;

export const naturalBayes: Subject = {
  key: 'bayes',
  title: 'natural, Bayes',
  seeded: false,
  most: Number.POSITIVE_INFINITY,
  train: async (set) => classifierOf(set, new BayesClassifier()),
};

export const naturalLogistic: Subject = {
  key: 'logistic',
  title: 'natural, logistic regression',
  seeded: false,
  most: MOST_FOR_LOGISTIC,
  train: async (set) => classifierOf(set, new LogisticRegressionClassifier()),
};

/** English by natural's own tokeniser and stemmer; Chinese, which it does not cut, by jieba. */
function classifierOf(set: LabelledSet, classifier: NaturalClassifier): Classify {
  const read = set.language === 'zh' ? chineseWords() : (text: string): string => text;
  for (const { text, label } of trainingPart(set)) classifier.addDocument(read(text), label);
  classifier.train();
  return (text) => {
    const all = classifier.getClassifications(read(text));
    const sum = all.reduce((total, { value }) => total + value, 0);
    const [best] = all;
    return { label: best?.label ?? '', confidence: sum === 0 ? 0 : (best?.value ?? 0) / sum };
  };
}

function chineseWords(): (text: string) => string[] {
  const normalise = createNormaliser();
  const tokenise = createTokeniser();
  return (text) => [...tokenise(normalise(text).text)];
}
