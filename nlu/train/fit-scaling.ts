import type { HeadRange } from '../features/heads.ts';
import { fitSigmoid, fitSlope } from './calibrate.ts';

/** By output: what turns a margin into a probability. */
export interface Scaling {
  readonly slopes: readonly number[];
  readonly offsets: readonly number[];
}

/** Calibrates every head on held-out margins. */
export function fitScaling(
  ranges: readonly HeadRange[],
  margins: readonly Float32Array[],
  targets: readonly Int8Array[],
): Scaling {
  const slopes: number[] = [];
  const offsets: number[] = [];
  for (const range of ranges) {
    if (range.kind === 'one') {
      const samples = margins.flatMap((row, at) => {
        const truth = targets[at]?.subarray(range.start, range.end).indexOf(1) ?? -1;
        return truth < 0 ? [] : [{ margins: [...row.subarray(range.start, range.end)], truth }];
      });
      const slope = fitSlope(samples);
      for (const _ of range.labels) {
        slopes.push(slope);
        offsets.push(0);
      }
      continue;
    }
    for (let output = range.start; output < range.end; output += 1) {
      const samples = margins.flatMap((row, at) => {
        const target = targets[at]?.[output] ?? 0;
        return target === 0 ? [] : [{ margin: row[output] ?? 0, truth: target > 0 }];
      });
      const { slope, offset } = fitSigmoid(samples);
      slopes.push(slope);
      offsets.push(offset);
    }
  }
  return { slopes, offsets };
}
