import type { LinearOutputs } from '../features/linear-outputs.ts';
import type { LinearFunction } from './train-svm.ts';

const LARGEST = 127;

/** Brings the weights to single bytes, each output with a step of its own. */
export function quantise(functions: readonly LinearFunction[], columns: number): LinearOutputs {
  const count = functions.length;
  const weights = new Int8Array(columns * count);
  const steps = new Float32Array(count);
  functions.forEach((linear, output) => {
    let largest = 1e-9;
    for (const weight of linear.weights) largest = Math.max(largest, Math.abs(weight));
    const step = largest / LARGEST;
    steps[output] = step;
    linear.weights.forEach((weight, column) => {
      weights[column * count + output] = Math.round(weight / step);
    });
  });
  return { count, weights, steps, biases: Float32Array.from(functions, (linear) => linear.bias) };
}
