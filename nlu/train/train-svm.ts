import type { SparseVector } from '../features/feature-index.ts';
import { seededRandom, shuffle } from './seeded-random.ts';

export interface SvmTask {
  readonly rows: readonly SparseVector[];
  /** +1 or -1 for each row. */
  readonly signs: Int8Array;
  readonly columns: number;
  /** The price of a row on the wrong side; larger fits closer. */
  readonly cost: number;
  /** How many times dearer a missed positive is. */
  readonly positiveCost: number;
  readonly seed: number;
}

export interface LinearFunction {
  readonly weights: Float64Array;
  readonly bias: number;
}

const PASSES = 300;
const TOLERANCE = 0.1;

/**
 * A linear support vector machine with squared hinge loss, by dual coordinate descent with shrinking
 * (Hsieh, Chang, Lin, Keerthi, Sundararajan: A Dual Coordinate Descent Method for Large-scale Linear SVM, ICML 2008).
 * The bias is learned as the weight of a constant 1.
 */
export function trainSvm(task: SvmTask): LinearFunction {
  const { rows, signs } = task;
  const weights = new Float64Array(task.columns + 1);
  const bias = task.columns;
  const alphas = new Float64Array(rows.length);
  const diagonal = (sign: number): number => 1 / (2 * task.cost * (sign > 0 ? task.positiveCost : 1));
  const lengths = Float64Array.from(rows, (row, at) => {
    let squares = 1 + diagonal(signs[at] ?? 1);
    for (const value of row.values) squares += value * value;
    return squares;
  });
  const active = Int32Array.from(rows, (_, at) => at);
  let activeCount = rows.length;
  const random = seededRandom(task.seed);
  let shrinkAbove = Number.POSITIVE_INFINITY;

  for (let pass = 0; pass < PASSES; pass += 1) {
    let largest = Number.NEGATIVE_INFINITY;
    let smallest = Number.POSITIVE_INFINITY;
    shuffle(active, activeCount, random);
    for (let turn = 0; turn < activeCount; turn += 1) {
      const at = active[turn] ?? 0;
      const row = rows[at];
      if (row === undefined) continue;
      const sign = signs[at] ?? 1;
      const alpha = alphas[at] ?? 0;
      const gradient = sign * product(weights, row, bias) - 1 + alpha * diagonal(sign);
      if (alpha === 0 && gradient > shrinkAbove) {
        activeCount -= 1;
        active[turn] = active[activeCount] ?? 0;
        active[activeCount] = at;
        turn -= 1;
        continue;
      }
      const projected = alpha === 0 ? Math.min(gradient, 0) : gradient;
      largest = Math.max(largest, projected);
      smallest = Math.min(smallest, projected);
      if (Math.abs(projected) < 1e-12) continue;
      const next = Math.max(alpha - gradient / (lengths[at] ?? 1), 0);
      alphas[at] = next;
      move(weights, row, bias, (next - alpha) * sign);
    }
    if (largest - smallest <= TOLERANCE) {
      if (activeCount === rows.length) break;
      activeCount = rows.length;
      shrinkAbove = Number.POSITIVE_INFINITY;
    } else {
      shrinkAbove = largest <= 0 ? Number.POSITIVE_INFINITY : largest;
    }
  }
  return { weights: weights.subarray(0, task.columns), bias: weights[bias] ?? 0 };
}

function product(weights: Float64Array, row: SparseVector, bias: number): number {
  let sum = weights[bias] ?? 0;
  const { columns, values } = row;
  for (let at = 0; at < columns.length; at += 1) sum += (weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}

function move(weights: Float64Array, row: SparseVector, bias: number, step: number): void {
  const { columns, values } = row;
  for (let at = 0; at < columns.length; at += 1) {
    const column = columns[at] ?? 0;
    weights[column] = (weights[column] ?? 0) + step * (values[at] ?? 0);
  }
  weights[bias] = (weights[bias] ?? 0) + step;
}

export function marginOf(linear: LinearFunction, row: SparseVector): number {
  let sum = linear.bias;
  const { columns, values } = row;
  for (let at = 0; at < columns.length; at += 1) sum += (linear.weights[columns[at] ?? 0] ?? 0) * (values[at] ?? 0);
  return sum;
}
