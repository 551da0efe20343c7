import type { SparseVector } from '../features/feature-index.ts';
import { type LinearFunction, trainSvm } from './train-svm.ts';

export interface OutputsTask {
  readonly rows: readonly SparseVector[];
  /** By row, then by output: 1, -1, or 0 where the row says nothing. */
  readonly targets: readonly Int8Array[];
  readonly outputs: number;
  readonly columns: number;
  readonly seed: number;
  readonly onProgress?: (done: number) => void;
}

const COST = 1;
/** A positive is rarer than the rest: it counts more, but not without bound. */
const POSITIVE_COST_POWER = 0.25;

/** One SVM an output. An output without positives (too little data) says no to everything. */
export function trainOutputs(task: OutputsTask): LinearFunction[] {
  return Array.from({ length: task.outputs }, (_, output) => {
    const rows: SparseVector[] = [];
    const signs: number[] = [];
    task.rows.forEach((row, at) => {
      const sign = task.targets[at]?.[output] ?? 0;
      if (sign === 0) return;
      rows.push(row);
      signs.push(sign);
    });
    const positives = signs.filter((sign) => sign > 0).length;
    task.onProgress?.(output);
    if (positives === 0 || positives === signs.length) {
      return { weights: new Float64Array(task.columns), bias: positives === 0 ? -1 : 1 };
    }
    const positiveCost = ((signs.length - positives) / positives) ** POSITIVE_COST_POWER;
    return trainSvm({
      rows,
      signs: Int8Array.from(signs),
      columns: task.columns,
      cost: COST,
      positiveCost,
      seed: task.seed + output,
    });
  });
}
