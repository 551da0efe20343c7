import { sigmoid, softmax } from '../artefact/probabilities.ts';

/** Margins of held-out messages and what was true of them. */
export interface OneOfSample {
  readonly margins: readonly number[];
  /** Place of the true label. */
  readonly truth: number;
}

export interface AnySample {
  readonly margin: number;
  readonly truth: boolean;
}

const SLOPES = Array.from({ length: 60 }, (_, step) => 0.4 * 1.06 ** step);

/** The slope that makes the softmax of the margins likeliest (temperature scaling: Guo et al. 2017). */
export function fitSlope(samples: readonly OneOfSample[]): number {
  let best = { slope: 1, loss: Number.POSITIVE_INFINITY };
  for (const slope of SLOPES) {
    let loss = 0;
    for (const sample of samples) {
      const shares = softmax(sample.margins.map((margin) => margin * slope));
      loss -= Math.log(Math.max(shares[sample.truth] ?? 0, 1e-9));
    }
    if (loss < best.loss) best = { slope, loss };
  }
  return best.slope;
}

export interface Sigmoid {
  readonly slope: number;
  readonly offset: number;
}

const STEPS = 60;
/** Where nothing was seen held out, a margin of one half is an even chance. */
const UNSEEN: Sigmoid = { slope: 4, offset: 0 };

/** Platt's sigmoid by Newton's method, with his smoothed targets (Lin, Lin, Weng 2007). */
export function fitSigmoid(samples: readonly AnySample[]): Sigmoid {
  const positives = samples.filter((sample) => sample.truth).length;
  const negatives = samples.length - positives;
  if (positives < 3 || negatives < 3) return UNSEEN;
  const high = (positives + 1) / (positives + 2);
  const low = 1 / (negatives + 2);
  let slope = 2;
  let offset = Math.log((positives + 1) / (negatives + 1));
  for (let step = 0; step < STEPS; step += 1) {
    const sums = { a: 1e-6, b: 0, c: 1e-6, slope: 0, offset: 0 };
    for (const { margin, truth } of samples) {
      const share = sigmoid(slope * margin + offset);
      const error = share - (truth ? high : low);
      const weight = Math.max(share * (1 - share), 1e-9);
      sums.a += weight * margin * margin;
      sums.b += weight * margin;
      sums.c += weight;
      sums.slope += error * margin;
      sums.offset += error;
    }
    const determinant = sums.a * sums.c - sums.b * sums.b;
    const slopeStep = (sums.c * sums.slope - sums.b * sums.offset) / determinant;
    const offsetStep = (sums.a * sums.offset - sums.b * sums.slope) / determinant;
    slope -= clamp(slopeStep);
    offset -= clamp(offsetStep);
    if (Math.abs(slopeStep) + Math.abs(offsetStep) < 1e-6) break;
  }
  return { slope: Math.max(slope, 0.1), offset };
}

function clamp(step: number): number {
  return Math.max(-2, Math.min(2, step));
}
