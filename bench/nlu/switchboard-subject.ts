import { softmax } from '../../nlu/artefact/probabilities.ts';
import { countFeatures, type FeatureCounts } from '../../nlu/features/count-features.ts';
import type { FeatureIndex } from '../../nlu/features/feature-index.ts';
import { marginsOf } from '../../nlu/features/linear-outputs.ts';
import type { Classifier } from '../../nlu/features/mixed-margins.ts';
import { scoresOf } from '../../nlu/features/network-outputs.ts';
import { createNormaliser } from '../../nlu/normalise/create-normaliser.ts';
import { createTokeniser } from '../../nlu/tokens/create-tokeniser.ts';
import { buildIndex } from '../../nlu/train/build-index.ts';
import { fitSlope } from '../../nlu/train/calibrate.ts';
import { CLASSIFIER_SETTINGS } from '../../nlu/train/classifier-settings.ts';
import { trainClassifier } from '../../nlu/train/train-classifier.ts';
import type { Labelled } from './labelled-set.ts';
import { rankShare } from './rank-share.ts';
import { type Guess, type Subject, trainingPart } from './subject.ts';

/** The product's classifier without what it knows of electricity: no lexicon, no thesaurus. */
export const switchboardSubject: Subject = {
  key: 'switchboard',
  title: 'switchboard',
  seeded: true,
  most: Number.POSITIVE_INFINITY,
  async train(set, seed) {
    const read = createReader();
    const labels = [...new Set(set.train.map(({ label }) => label))].sort();
    const all = trainingPart(set);
    if (isFew(all, labels)) {
      const mixture = chooseMixture(crossViews(read, { examples: all, labels, seed }), [], labels);
      const learned = learn(read, { examples: all, labels, seed });
      return (text) => guess(viewsOf(learned, read(text)), labels, mixture);
    }
    const trial = learn(read, { examples: set.train, labels, seed });
    const seen = ({ text }: Labelled): Views => viewsOf(trial, read(text));
    const valid = set.valid.map((one) => ({ label: one.label, views: seen(one) }));
    const mixture = chooseMixture(valid, set.strangersValid.map(seen), labels);
    const learned = all === set.train ? trial : learn(read, { examples: all, labels, seed });
    return (text) => guess(viewsOf(learned, read(text)), labels, mixture);
  },
};

/** With fewer examples a class the networks learn longer, and no feature is too rare. */
const FEW_A_CLASS = 20;
const NETWORKS = 3;
const PASSES = { many: 10, few: 30 };

type Reader = (text: string) => FeatureCounts;

function createReader(): Reader {
  const normalise = createNormaliser();
  const tokenise = createTokeniser();
  return (message) => {
    const { text } = normalise(message);
    return countFeatures({ text, tokens: tokenise(text), cues: [], topics: [] });
  };
}

interface Learned {
  readonly index: FeatureIndex;
  readonly classifier: Classifier;
}

interface Lesson {
  readonly examples: readonly Labelled[];
  readonly labels: readonly string[];
  readonly seed: number;
}

function learn(read: Reader, { examples, labels, seed }: Lesson): Learned {
  const few = isFew(examples, labels);
  const lessons = few ? [...examples, ...labels.map((label) => ({ text: named(label), label }))] : examples;
  const counts = lessons.map(({ text }) => read(text));
  const index = buildIndex(counts, few ? [1, 1, 1, 1] : [1, 2, 1, 1]);
  const classifier = trainClassifier({
    index,
    rows: counts.map((count) => index.vectorOf(count)),
    targets: lessons.map(({ label }) => Int8Array.from(labels, (other) => (other === label ? 1 : -1))),
    heads: [{ kind: 'one', start: 0, end: labels.length }],
    seed,
    settings: {
      ...CLASSIFIER_SETTINGS,
      networks: NETWORKS,
      hidden: 128,
      passes: few ? PASSES.few : PASSES.many,
      smoothing: 0.1,
      leastMessages: few ? 1 : 2,
    },
  });
  return { index, classifier };
}

/** Where examples are few the label's own words are one more: "card_arrival" says what is meant. */
function named(label: string): string {
  return label.replaceAll('_', ' ');
}

/** What the machines and the networks make of a message, apart. */
interface Views {
  readonly margins: Float32Array;
  /** Probabilities, averaged over the networks. */
  readonly networks: readonly number[];
}

function viewsOf({ index, classifier }: Learned, counts: FeatureCounts): Views {
  const vector = index.vectorOf(counts);
  const each = classifier.networks.map((network) => softmax([...scoresOf(network, vector)]));
  const networks = (each[0] ?? []).map((_, at) => each.reduce((sum, one) => sum + (one[at] ?? 0), 0) / each.length);
  return { margins: marginsOf(classifier.outputs, vector), networks };
}

interface Mixture {
  /** Turns margins into probabilities. */
  readonly slope: number;
  /** Of the networks, 0 to 1. */
  readonly share: number;
  /** Of the best margin in the confidence. */
  readonly marginShare: number;
}

function guess({ margins, networks }: Views, labels: readonly string[], mixture: Mixture): Guess {
  const linear = softmax(Array.from(margins, (margin) => margin * mixture.slope));
  let best = 0;
  const mixed = linear.map((share, at) => (1 - mixture.share) * share + mixture.share * (networks[at] ?? 0));
  mixed.forEach((probability, at) => {
    if (probability > (mixed[best] ?? 0)) best = at;
  });
  const confidence = (mixed[best] ?? 0) + mixture.marginShare * Math.max(...margins);
  return { label: labels[best] ?? '', confidence };
}

const SHARES = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 1];
const MARGIN_SHARES = [0, 0.1, 0.2, 0.4, 0.8];

interface LabelledViews {
  readonly label: string;
  readonly views: Views;
}

const FOLDS = 5;

/** Few examples leave too small a validation part: each is judged by a model that has not seen it. */
function crossViews(read: Reader, { examples, labels, seed }: Lesson): LabelledViews[] {
  return Array.from({ length: FOLDS }, (_, fold) => fold).flatMap((fold) => {
    const learned = learn(read, { examples: examples.filter((_, at) => at % FOLDS !== fold), labels, seed });
    return examples
      .filter((_, at) => at % FOLDS === fold)
      .map(({ text, label }) => ({ label, views: viewsOf(learned, read(text)) }));
  });
}

function isFew(examples: readonly Labelled[], labels: readonly string[]): boolean {
  return examples.length < FEW_A_CLASS * labels.length;
}

/** Chosen on messages held out of the training part, never on the test part. */
function chooseMixture(
  valid: readonly LabelledViews[],
  strangers: readonly Views[],
  labels: readonly string[],
): Mixture {
  const slope = fitSlope(
    valid.map(({ label, views }) => ({ margins: [...views.margins], truth: labels.indexOf(label) })),
  );
  const right = (share: number): number =>
    valid.filter(({ label, views }) => guess(views, labels, { slope, share, marginShare: 0 }).label === label).length;
  const share = bestOf(SHARES, right);
  if (strangers.length === 0) return { slope, share, marginShare: 0 };
  const apart = (marginShare: number): number => {
    const confidence = (views: Views): number => guess(views, labels, { slope, share, marginShare }).confidence;
    return rankShare(
      valid.map(({ views }) => confidence(views)),
      strangers.map(confidence),
    );
  };
  return { slope, share, marginShare: bestOf(MARGIN_SHARES, apart) };
}

/** Of equals the middle one. */
function bestOf(values: readonly number[], scoreOf: (value: number) => number): number {
  const scored = values.map((value) => ({ value, score: scoreOf(value) }));
  const highest = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === highest);
  return best[Math.floor(best.length / 2)]?.value ?? 0;
}
