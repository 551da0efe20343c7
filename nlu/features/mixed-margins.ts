import type { SparseVector } from './feature-index.ts';
import { type LinearOutputs, marginsOf } from './linear-outputs.ts';
import { type NetworkOutputs, scoresOf } from './network-outputs.ts';

export interface Classifier {
  readonly outputs: LinearOutputs;
  /** Alike but for their first guess: what they say is averaged. */
  readonly networks: readonly NetworkOutputs[];
}

/** What a point of the networks' log odds weighs beside the support vector machines' margin. */
export const NETWORK_SHARE = 0.15;

/** What the linear functions and the networks make of a message, in one number an output. */
export function mixedMargins(
  { outputs, networks }: Classifier,
  vector: SparseVector,
  networkShare = NETWORK_SHARE,
): Float32Array {
  const margins = marginsOf(outputs, vector);
  for (const network of networks) {
    const scores = scoresOf(network, vector);
    for (let output = 0; output < margins.length; output += 1) {
      margins[output] = (margins[output] ?? 0) + (networkShare / networks.length) * (scores[output] ?? 0);
    }
  }
  return margins;
}
