import { softmax } from '../../nlu/artefact/probabilities.ts';
import type { FeatureCounts } from '../../nlu/features/count-features.ts';
import type { FeatureIndex } from '../../nlu/features/feature-index.ts';
import { marginsOf } from '../../nlu/features/linear-outputs.ts';
import type { Classifier } from '../../nlu/features/mixed-margins.ts';
import { scoresOf } from '../../nlu/features/network-outputs.ts';
import { buildIndex } from '../../nlu/train/build-index.ts';
import { trainClassifier } from '../../nlu/train/train-classifier.ts';
import { createReader, type ReadMessage } from './feature-layout.ts';
import type { Labelled, LabelledSet } from './labelled-set.ts';
import { chooseMixture, type Mixture, mixedGuess, type Views } from './mixture.ts';
import { type Recipe, recipeFor } from './recipe.ts';
import { type Subject, trainingPart } from './subject.ts';

/** The product's classifier without what it knows of electricity: no lexicon, no thesaurus. */
export const switchboardSubject: Subject = {
  key: 'switchboard',
  title: 'switchboard',
  seeded: true,
  most: Number.POSITIVE_INFINITY,
  async train(set, seed) {
    const labels = [...new Set(set.train.map(({ label }) => label))].sort();
    const recipe = recipeFor(set, labels);
    const read = createReader(recipe.layout);
    const lesson = { read, recipe, labels, seed };
    const { mixture, trial } =
      recipe.mixture === undefined ? tried(set, lesson) : { mixture: recipe.mixture, trial: undefined };
    const all = trainingPart(set);
    const learned = trial !== undefined && all === set.train ? trial : learn(all, lesson);
    return (text) => mixedGuess(viewsOf(learned, read(text)), labels, mixture);
  },
};

interface Learned {
  readonly index: FeatureIndex;
  readonly classifier: Classifier;
}

interface Lesson {
  readonly read: ReadMessage;
  readonly recipe: Recipe;
  readonly labels: readonly string[];
  readonly seed: number;
}

/** Learns without the validation part and chooses the mixture on it. */
function tried(set: LabelledSet, lesson: Lesson): { readonly mixture: Mixture; readonly trial: Learned } {
  const trial = learn(set.train, lesson);
  const seen = ({ text }: Labelled): Views => viewsOf(trial, lesson.read(text));
  const valid = set.valid.map((one) => ({ label: one.label, views: seen(one) }));
  return { mixture: chooseMixture(valid, set.strangersValid.map(seen), lesson.labels), trial };
}

function learn(examples: readonly Labelled[], { read, recipe, labels, seed }: Lesson): Learned {
  const own = recipe.ownWords ? labels.map((label) => ({ text: label.replaceAll('_', ' '), label })) : [];
  const lessons = [...examples, ...own];
  const counts = lessons.map(({ text }) => read(text));
  const index = buildIndex(counts, recipe.layout);
  const classifier = trainClassifier({
    index,
    rows: counts.map((count) => index.vectorOf(count)),
    targets: lessons.map(({ label }) => Int8Array.from(labels, (other) => (other === label ? 1 : -1))),
    heads: [{ kind: 'one', start: 0, end: labels.length }],
    seed,
    settings: recipe.settings,
  });
  return { index, classifier };
}

function viewsOf({ index, classifier }: Learned, counts: FeatureCounts): Views {
  const vector = index.vectorOf(counts);
  const each = classifier.networks.map((network) => softmax([...scoresOf(network, vector)]));
  const networks = (each[0] ?? []).map((_, at) => each.reduce((sum, one) => sum + (one[at] ?? 0), 0) / each.length);
  return { margins: marginsOf(classifier.outputs, vector), networks };
}
