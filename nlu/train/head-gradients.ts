import { sigmoid } from '../artefact/probabilities.ts';
import type { HeadRange } from '../features/heads.ts';

/** Turns scores, in place, into the slope of the loss by output. */
export type Gradient = (scores: Float32Array, target: Int8Array) => void;

/** Cross-entropy: over the softmax of a head whose labels exclude each other, output by output for the others. */
export function headGradients(
  heads: readonly Pick<HeadRange, 'kind' | 'start' | 'end'>[],
  smoothing: number,
): Gradient {
  return (scores, target) => {
    for (const { kind, start, end } of heads) {
      if (kind === 'any') each(scores, target, { start, end, smoothing });
      else oneOf(scores, target, { start, end, smoothing });
    }
  };
}

interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly smoothing: number;
}

function each(scores: Float32Array, target: Int8Array, { start, end, smoothing }: Stretch): void {
  for (let output = start; output < end; output += 1) {
    const wanted = target[output] ?? 0;
    const goal = wanted > 0 ? 1 - smoothing / 2 : smoothing / 2;
    scores[output] = wanted === 0 ? 0 : sigmoid(scores[output] ?? 0) - goal;
  }
}

function oneOf(scores: Float32Array, target: Int8Array, { start, end, smoothing }: Stretch): void {
  let known = false;
  let highest = Number.NEGATIVE_INFINITY;
  for (let output = start; output < end; output += 1) {
    known ||= (target[output] ?? 0) > 0;
    highest = Math.max(highest, scores[output] ?? 0);
  }
  if (!known) {
    scores.fill(0, start, end);
    return;
  }
  let sum = 0;
  for (let output = start; output < end; output += 1) {
    scores[output] = Math.exp((scores[output] ?? 0) - highest);
    sum += scores[output] ?? 0;
  }
  for (let output = start; output < end; output += 1) {
    const goal = ((target[output] ?? 0) > 0 ? 1 - smoothing : 0) + smoothing / (end - start);
    scores[output] = (scores[output] ?? 0) / sum - goal;
  }
}
