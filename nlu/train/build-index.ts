import type { FeatureCounts } from '../features/count-features.ts';
import { FeatureIndex } from '../features/feature-index.ts';

/** How often a feature must occur, by group (words, characters, cues, topics), to be kept. */
const LEAST_MESSAGES: readonly number[] = [3, 3, 2, 2];
/** The weight of a group against the others. */
export const GROUP_WEIGHTS: readonly number[] = [1, 1, 0.5, 0.5];

/** By group of features. */
export interface GroupSettings {
  /** How often a feature must occur to be kept. */
  readonly leastMessages: readonly number[];
  readonly weights: readonly number[];
}

const PRODUCT_GROUPS: GroupSettings = { leastMessages: LEAST_MESSAGES, weights: GROUP_WEIGHTS };

/** Chooses the features and their rarity (smoothed inverse document frequency) from the messages to learn from. */
export function buildIndex(messages: readonly FeatureCounts[], groups = PRODUCT_GROUPS): FeatureIndex {
  const kept: [number, number][] = [];
  for (let group = 0; group < groups.weights.length; group += 1) {
    const frequencies = new Map<number, number>();
    for (const message of messages) {
      for (const hash of message[group]?.keys() ?? []) frequencies.set(hash, (frequencies.get(hash) ?? 0) + 1);
    }
    for (const [hash, frequency] of frequencies) {
      if (frequency >= (groups.leastMessages[group] ?? 1)) {
        kept.push([hash, rarityOf(frequency, messages.length)]);
      }
    }
  }
  // The commonest first: the hidden layer reads only these.
  kept.sort((left, right) => left[1] - right[1]);
  return new FeatureIndex(
    Uint32Array.from(kept, ([hash]) => hash),
    Float32Array.from(kept, ([, rarity]) => rarity),
    groups.weights,
  );
}

/** Smoothed inverse document frequency. */
export function rarityOf(frequency: number, messages: number): number {
  return 1 + Math.log((1 + messages) / (1 + frequency));
}
