import { FeatureIndex } from '../features/feature-index.ts';
import type { Span } from '../normalise/normal-text.ts';
import { type TagSource, tagFeatures } from '../slots/tag-features.ts';
import { beginningOf, insideOf, OUTSIDE, TAGGED_SLOTS, type TaggedSlot, type TaggerWeights } from '../slots/tagger.ts';
import { ChainLearner } from './chain-learner.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface TaggedMessage {
  readonly source: TagSource;
  /** True spans in the normalised text. */
  readonly spans: readonly (Span & { readonly slot: TaggedSlot })[];
}

const PASSES = 6;
const LEAST_MESSAGES = 2;

/** A conditional random field over the tags; see ChainLearner. */
export function trainTagger(messages: readonly TaggedMessage[], seed: number): TaggerWeights {
  const features = messages.map((message) => tagFeatures(message.source));
  const index = indexOf(features);
  const chains = messages.map((message, at) => ({
    units: columnsOf(features[at] ?? [], index),
    tags: tagsOf(message),
  }));
  const learner = new ChainLearner(index.size);
  const order = Int32Array.from(chains, (_, at) => at);
  const random = seededRandom(seed);
  for (let pass = 0; pass < PASSES; pass += 1) {
    shuffle(order, order.length, random);
    for (const at of order) {
      const chain = chains[at];
      if (chain !== undefined) learner.learn(chain);
    }
  }
  return { index, step: 1, ...learner.weights };
}

/** For each unit the columns of its features that are kept. */
function columnsOf(features: readonly Uint32Array[], index: FeatureIndex): Int32Array[] {
  return features.map((hashes) => {
    return Int32Array.from(hashes, (hash) => index.columnOf(hash)).filter((column) => column >= 0);
  });
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
