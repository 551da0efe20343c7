import type { SparseVector } from './feature-index.ts';

/** Many linear functions of one vector, their weights in single bytes, a feature's weights side by side. */
export interface LinearOutputs {
  readonly count: number;
  /** columns * count, row by row. */
  readonly weights: Int8Array;
  /** Value of one step of an output's weights. */
  readonly steps: Float32Array;
  readonly biases: Float32Array;
}

export function marginsOf(outputs: LinearOutputs, vector: SparseVector): Float32Array {
  const { count, weights } = outputs;
  const margins = new Float32Array(count);
  const { columns, values } = vector;
  for (let at = 0; at < columns.length; at += 1) {
    const value = values[at] ?? 0;
    const row = (columns[at] ?? 0) * count;
    for (let output = 0; output < count; output += 1) {
      margins[output] = (margins[output] ?? 0) + value * (weights[row + output] ?? 0);
    }
  }
  for (let output = 0; output < count; output += 1) {
    margins[output] = (margins[output] ?? 0) * (outputs.steps[output] ?? 0) + (outputs.biases[output] ?? 0);
  }
  return margins;
}
