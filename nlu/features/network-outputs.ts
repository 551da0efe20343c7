import type { SparseVector } from './feature-index.ts';

/** One hidden layer of rectified units over the commonest features, the first layer's weights in single bytes. */
export interface NetworkOutputs {
  readonly hidden: number;
  /** As many rows as columns are read, of `hidden` weights each. */
  readonly first: Int8Array;
  /** Value of one step of a hidden unit's weights. */
  readonly steps: Float32Array;
  readonly firstBiases: Float32Array;
  /** hidden * outputs, row by row. */
  readonly second: Float32Array;
  readonly secondBiases: Float32Array;
}

/** A score for each output, on the scale of log odds. */
export function scoresOf(network: NetworkOutputs, vector: SparseVector): Float32Array {
  const { hidden, first, steps, firstBiases, second, secondBiases } = network;
  const units = new Float32Array(hidden);
  const { columns, values } = vector;
  for (let at = 0; at < columns.length; at += 1) {
    const row = (columns[at] ?? 0) * hidden;
    if (row >= first.length) continue;
    const value = values[at] ?? 0;
    for (let unit = 0; unit < hidden; unit += 1) {
      units[unit] = (units[unit] ?? 0) + value * (first[row + unit] ?? 0);
    }
  }
  const scores = Float32Array.from(secondBiases);
  const outputs = scores.length;
  for (let unit = 0; unit < hidden; unit += 1) {
    const value = (units[unit] ?? 0) * (steps[unit] ?? 0) + (firstBiases[unit] ?? 0);
    if (value <= 0) continue;
    const row = unit * outputs;
    for (let output = 0; output < outputs; output += 1) {
      scores[output] = (scores[output] ?? 0) + value * (second[row + output] ?? 0);
    }
  }
  return scores;
}
