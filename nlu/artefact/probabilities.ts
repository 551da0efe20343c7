import type { HeadRange } from '../features/heads.ts';
import type { ModelHeader } from './language-model.ts';

/** Calibrated probabilities of a head's labels, in their order: they sum to one where exactly one label holds. */
export function probabilitiesOf(
  head: Pick<HeadRange, 'kind' | 'start' | 'end'>,
  margins: ArrayLike<number>,
  scaling: Pick<ModelHeader, 'slopes' | 'offsets'>,
): number[] {
  const scores: number[] = [];
  for (let output = head.start; output < head.end; output += 1) {
    scores.push((margins[output] ?? 0) * (scaling.slopes[output] ?? 1) + (scaling.offsets[output] ?? 0));
  }
  return head.kind === 'one' ? softmax(scores) : scores.map(sigmoid);
}

export function sigmoid(score: number): number {
  return 1 / (1 + Math.exp(-score));
}

export function softmax(scores: readonly number[]): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp(score - highest));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
