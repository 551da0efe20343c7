import { softmax } from '../../nlu/artefact/probabilities.ts';
import { fitSlope } from '../../nlu/train/calibrate.ts';
import { rankShare } from './rank-share.ts';
import type { Guess } from './subject.ts';

/** What the machines and the networks make of a message, apart. */
export interface Views {
  readonly margins: Float32Array;
  /** Probabilities, averaged over the networks; empty where there are none. */
  readonly networks: readonly number[];
}

/** How the two are joined. */
export interface Mixture {
  /** Turns margins into probabilities. */
  readonly slope: number;
  /** Of the networks, 0 to 1. */
  readonly share: number;
  /** Of the best margin in the confidence. */
  readonly marginShare: number;
}

export interface LabelledViews {
  readonly label: string;
  readonly views: Views;
}

export function mixedGuess({ margins, networks }: Views, labels: readonly string[], mixture: Mixture): Guess {
  const linear = softmax(Array.from(margins, (margin) => margin * mixture.slope));
  const share = networks.length === 0 ? 0 : mixture.share;
  const mixed = linear.map((probability, at) => (1 - share) * probability + share * (networks[at] ?? 0));
  let best = 0;
  mixed.forEach((probability, at) => {
    if (probability > (mixed[best] ?? 0)) best = at;
  });
  const confidence = (mixed[best] ?? 0) + mixture.marginShare * Math.max(...margins);
  return { label: labels[best] ?? '', confidence };
}

const SHARES = [0, 0.2, 0.35, 0.5, 0.65, 0.8, 1];
const MARGIN_SHARES = [0, 0.1, 0.2, 0.4, 0.8];

/** Chosen on messages held out of the training part, never on the test part. */
export function chooseMixture(
  valid: readonly LabelledViews[],
  strangers: readonly Views[],
  labels: readonly string[],
): Mixture {
  const slope = fitSlope(
    valid.map(({ label, views }) => ({ margins: [...views.margins], truth: labels.indexOf(label) })),
  );
  const right = (share: number): number =>
    valid.filter(({ label, views }) => mixedGuess(views, labels, { slope, share, marginShare: 0 }).label === label)
      .length;
  const share = bestOf(SHARES, right);
  if (strangers.length === 0) return { slope, share, marginShare: 0 };
  const apart = (marginShare: number): number => {
    const confidence = (views: Views): number => mixedGuess(views, labels, { slope, share, marginShare }).confidence;
    return rankShare(
      valid.map(({ views }) => confidence(views)),
      strangers.map(confidence),
    );
  };
  return { slope, share, marginShare: bestOf(MARGIN_SHARES, apart) };
}

/** Of equals the middle one. */
function bestOf(values: readonly number[], scoreOf: (value: number) => number): number {
  const scored = values.map((value) => ({ value, score: scoreOf(value) }));
  const highest = Math.max(...scored.map(({ score }) => score));
  const best = scored.filter(({ score }) => score === highest);
  return best[Math.floor(best.length / 2)]?.value ?? 0;
}
