import { FeatureIndex } from '../features/feature-index.ts';
import { TAGS, type TaggerWeights } from '../slots/tagger.ts';

/** Weights below this share of the largest change no decision worth having. */
const NEGLIGIBLE = 0.04;
const LARGEST = 127;

/** Drops features that say next to nothing and brings the rest to single bytes. */
export function compactTagger(weights: TaggerWeights): TaggerWeights {
  let largest = 1e-9;
  for (const weight of weights.emissions) largest = Math.max(largest, Math.abs(weight));
  const step = largest / LARGEST;
  const kept: number[] = [];
  for (let column = 0; column < weights.index.size; column += 1) {
    const row = weights.emissions.subarray(column * TAGS, (column + 1) * TAGS);
    if (row.some((weight) => Math.abs(weight) > largest * NEGLIGIBLE)) kept.push(column);
  }
  const emissions = new Int8Array(kept.length * TAGS);
  kept.forEach((column, at) => {
    for (let tag = 0; tag < TAGS; tag += 1) {
      emissions[at * TAGS + tag] = Math.round((weights.emissions[column * TAGS + tag] ?? 0) / step);
    }
  });
  const hashes = Uint32Array.from(kept, (column) => weights.index.hashes[column] ?? 0);
  return {
    index: new FeatureIndex(hashes, new Float32Array(0), []),
    emissions,
    step,
    transitions: weights.transitions,
  };
}
