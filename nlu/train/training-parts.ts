import type { Intent } from '../../domain/intent.ts';
import { headRanges } from '../features/heads.ts';
import { type Classifier, mixedMargins } from '../features/mixed-margins.ts';
import { createMessageReader, type ReadMessage } from '../features/read-message.ts';
import { loadPlaceFinder } from '../places/load-place-finder.ts';
import { findSlots } from '../slots/find-slots.ts';
import type { TaggerWeights } from '../slots/tagger.ts';
import type { Slots } from '../understanding.ts';
import { assignFolds } from './assign-folds.ts';
import { buildIndex } from './build-index.ts';
import { CLASSIFIER_SETTINGS } from './classifier-settings.ts';
import { compactTagger } from './compact-tagger.ts';
import type { Example } from './example.ts';
import { swapAddresses } from './swap-addresses.ts';
import { taggedMessage } from './tagged-message.ts';
import { targetsOf } from './targets.ts';
import { trainClassifier } from './train-classifier.ts';
import { trainTagger } from './train-tagger.ts';

export interface TrainingSource {
  readonly examples: readonly Example[];
  readonly seed: number;
  readonly folds: number;
}

/** So many models are learnt without a share of the voices: what they make of those calibrates the one that is served. */
export const FOLDS = 2;

/** The long pieces of training. They do not depend on each other, so each may run on a thread of its own. */
export interface TrainingParts {
  /** The margins of one fold's messages, in their order, by a classifier that has heard none of their authors. */
  marginsOf(fold: number): Float32Array[];
  /** The classifier over all messages; its index is told by hash and rarity. */
  classifier(): Classifier & { readonly hashes: Uint32Array; readonly rarities: Float32Array };
  /** The slots of one fold's messages, in their order, by a tagger that has heard none of their authors. */
  slotsOf(fold: number, intents: readonly Intent[]): Slots[];
  /** The tagger over all messages; its index is told by hash. */
  tagger(intents: readonly Intent[]): Omit<TaggerWeights, 'index'> & { readonly hashes: Uint32Array };
}

/** Reads all messages first. `intents`, where asked for, are those guessed for each message: so the tagger will be served. */
export function createTrainingParts({ examples, seed, folds }: TrainingSource): TrainingParts {
  const read = createMessageReader();
  const placesIn = loadPlaceFinder().spansIn;
  const messages = examples.map((example) => read(example.text));
  const targets = examples.map(targetsOf);
  const foldOf = assignFolds(
    examples.map((example) => example.voice),
    folds,
  );
  const numbersWhere = (holds: (fold: number) => boolean): number[] =>
    examples.flatMap((_, at) => (holds(foldOf[at] ?? 0) ? [at] : []));

  const learn = (numbers: readonly number[]) => {
    const counts = numbers.map((at) => messages[at]?.counts ?? []);
    const index = buildIndex(counts);
    const classifier = trainClassifier({
      index,
      rows: counts.map((count) => index.vectorOf(count)),
      targets: numbers.map((at) => targets[at] ?? new Int8Array()),
      heads: headRanges(),
      seed,
      settings: CLASSIFIER_SETTINGS,
    });
    return { index, classifier };
  };

  const learnTags = (numbers: readonly number[], intents: readonly Intent[]): TaggerWeights => {
    const heard = numbers.flatMap((at) => {
      const [example, message] = [examples[at], messages[at]];
      return example === undefined || message === undefined
        ? []
        : [{ example, message, intent: intents[at] ?? example.intent }];
    });
    const swapped = swapAddresses(
      heard.map(({ example }) => example),
      seed,
    ).map((example) => ({ example, message: read(example.text), intent: example.intent }));
    const tagged = [...heard, ...swapped].map(({ example, message: { normal }, intent }) =>
      taggedMessage({ example, normal, places: placesIn(normal.text), intent }),
    );
    return trainTagger(tagged, seed);
  };

  return {
    marginsOf(fold) {
      const { index, classifier } = learn(numbersWhere((other) => other !== fold));
      return numbersWhere((other) => other === fold).map((at) =>
        mixedMargins(classifier, index.vectorOf(messages[at]?.counts ?? [])),
      );
    },
    classifier() {
      const { index, classifier } = learn(examples.map((_, at) => at));
      return { ...classifier, hashes: index.hashes, rarities: index.rarities };
    },
    slotsOf(fold, intents) {
      const tagger = learnTags(
        numbersWhere((other) => other !== fold),
        intents,
      );
      return numbersWhere((other) => other === fold).map((at) => {
        const { normal } = messages[at] as ReadMessage;
        return findSlots({ normal, intent: intents[at] ?? 'out_of_scope', tagger, placesIn });
      });
    },
    tagger(intents) {
      const { index, ...weights } = compactTagger(
        learnTags(
          examples.map((_, at) => at),
          intents,
        ),
      );
      return { ...weights, hashes: index.hashes };
    },
  };
}
