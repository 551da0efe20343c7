import { FeatureIndex } from '../features/feature-index.ts';
import type { Span } from '../normalise/normal-text.ts';
import { type TagSource, tagFeatures } from '../slots/tag-features.ts';
import {
  beginningOf,
  bestTags,
  emissionsOf,
  insideOf,
  OUTSIDE,
  TAGGED_SLOTS,
  TAGS,
  type TaggedSlot,
  type TaggerWeights,
} from '../slots/tagger.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface TaggedMessage {
  readonly source: TagSource;
  /** True spans in the normalised text. */
  readonly spans: readonly (Span & { readonly slot: TaggedSlot })[];
}

const PASSES = 6;
const LEAST_MESSAGES = 2;

/** An averaged structured perceptron (Collins: Discriminative Training Methods for Hidden Markov Models, 2002). */
export function trainTagger(messages: readonly TaggedMessage[], seed: number): TaggerWeights {
  const features = messages.map((message) => tagFeatures(message.source));
  const index = indexOf(features);
  const learner = new Learner(index);
  const truths = messages.map(tagsOf);
  const order = Int32Array.from(messages, (_, at) => at);
  const random = seededRandom(seed);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, order.length, random);
    for (const at of order) learner.learn(features[at] ?? [], truths[at] ?? new Int32Array());
  }
  return learner.averaged();
}

function indexOf(features: readonly Uint32Array[][]): FeatureIndex {
  const frequencies = new Map<number, number>();
  for (const message of features) {
    for (const hash of new Set(message.flatMap((hashes) => [...hashes]))) {
      frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
    }
  }
  const kept = [...frequencies].filter(([, count]) => count >= LEAST_MESSAGES).map(([hash]) => hash);
  return new FeatureIndex(Uint32Array.from(kept), new Float32Array(kept.length).fill(1), []);
}

export function tagsOf({ source, spans }: TaggedMessage): Int32Array {
  return Int32Array.from(source.units, (unit) => {
    const span = spans.find((candidate) => unit.start >= candidate.start && unit.start < candidate.end);
    if (span === undefined) return OUTSIDE;
    const slot = TAGGED_SLOTS.indexOf(span.slot);
    const first = source.units.find((other) => other.start >= span.start);
    return first === unit ? beginningOf(slot) : insideOf(slot);
  });
}

class Learner {
  private readonly weights: TaggerWeights & { readonly emissions: Float32Array };
  private readonly emissionSums: Float64Array;
  private readonly transitionSums: Float64Array;
  private step = 1;

  constructor(index: FeatureIndex) {
    this.weights = {
      index,
      emissions: new Float32Array(index.size * TAGS),
      step: 1,
      transitions: new Float32Array((TAGS + 1) * TAGS),
    };
    this.emissionSums = new Float64Array(index.size * TAGS);
    this.transitionSums = new Float64Array((TAGS + 1) * TAGS);
  }

  learn(features: readonly Uint32Array[], truth: Int32Array): void {
    const guess = bestTags(emissionsOf(this.weights, features), this.weights.transitions, features.length);
    let before = { truth: TAGS, guess: TAGS };
    features.forEach((hashes, unit) => {
      const tags = { truth: truth[unit] ?? OUTSIDE, guess: guess[unit] ?? OUTSIDE };
      if (tags.truth !== tags.guess) {
        for (const hash of hashes) {
          const column = this.weights.index.columnOf(hash);
          if (column < 0) continue;
          this.change(this.weights.emissions, this.emissionSums, column * TAGS + tags.truth, 1);
          this.change(this.weights.emissions, this.emissionSums, column * TAGS + tags.guess, -1);
        }
      }
      if (tags.truth !== tags.guess || before.truth !== before.guess) {
        this.change(this.weights.transitions, this.transitionSums, before.truth * TAGS + tags.truth, 1);
        this.change(this.weights.transitions, this.transitionSums, before.guess * TAGS + tags.guess, -1);
      }
      before = tags;
    });
    this.step += 1;
  }

  averaged(): TaggerWeights {
    const mean = (weights: Float32Array, sums: Float64Array): Float32Array =>
      weights.map((weight, at) => weight - (sums[at] ?? 0) / this.step);
    return {
      index: this.weights.index,
      emissions: mean(this.weights.emissions, this.emissionSums),
      step: 1,
      transitions: mean(this.weights.transitions, this.transitionSums),
    };
  }

  private change(weights: Float32Array, sums: Float64Array, at: number, by: number): void {
    weights[at] = (weights[at] ?? 0) + by;
    sums[at] = (sums[at] ?? 0) + by * this.step;
  }
}
