import { hypothesesAt } from './hypotheses-at.ts';
import type { Hypothesis, Moment } from './moment.ts';
import { addMarginals, type Considered, logAdd, sumInside } from './tree-inference.ts';
import { weigh } from './weight-of.ts';

export interface Belief {
  /** By row of the considered devices: P(it is among the failed). */
  readonly probability: Float64Array;
  /** P(nothing failed). */
  readonly nothing: number;
  /** Log of the weight of everything, to turn a set's weight into its probability. */
  readonly logWhole: number;
  /** Hypotheses that still matter, and their shares of the whole. */
  readonly alive: readonly { readonly hypothesis: Hypothesis; readonly share: number }[];
}

/** Hypotheses this much less likely than the best are dropped: in the end, and while only one rate has been tried. */
const NEGLIGIBLE = 9;
const HOPELESS = 16;

/** What is believed at a moment, under all hypotheses together. */
export function believe(moment: Moment, considered: Considered): Belief {
  const rows = considered.devices.length;
  const sums = {
    logWeight: new Float64Array(rows),
    inside: new Float64Array(rows),
    below: new Float64Array(rows),
    covered: new Float64Array(rows),
  };
  const sumUp = (hypothesis: Hypothesis): Summed => {
    weigh(moment, considered, hypothesis, sums.logWeight);
    const forest = sumInside(considered, sums.logWeight, sums.inside, sums.below);
    const logFailed = hypothesis.logBase + forest + Math.log(-Math.expm1(-forest));
    return { hypothesis, forest, logFailed, log: logAdd(logFailed, logNothing(moment, hypothesis)) };
  };
  const kept = within(NEGLIGIBLE, tryOut(hypothesesAt(moment), sumUp));
  const best = highest(kept);
  const whole = kept.reduce((sum, { log }) => sum + Math.exp(log - best), 0);
  const probability = new Float64Array(rows);
  let nothing = 0;
  const alive = kept.map(({ hypothesis, forest, logFailed, log }) => {
    const share = Math.exp(log - best) / whole;
    const failed = Math.exp(logFailed - log);
    weigh(moment, considered, hypothesis, sums.logWeight);
    sumInside(considered, sums.logWeight, sums.inside, sums.below);
    addMarginals(considered, sums, (share * failed) / -Math.expm1(-forest), probability);
    nothing += share * (1 - failed);
    return { hypothesis, share };
  });
  return {
    probability: probability.map((p) => Math.min(1, p)),
    nothing: Math.min(1, nothing),
    logWhole: best + Math.log(whole),
    alive,
  };
}

interface Summed {
  readonly hypothesis: Hypothesis;
  readonly forest: number;
  readonly logFailed: number;
  readonly log: number;
}

/** Not the whole grid: all models with the first rate of words, all rates with the best model, then what is left of both. */
function tryOut(grid: readonly (readonly Hypothesis[])[], sumUp: (hypothesis: Hypothesis) => Summed): Summed[] {
  const models = within(
    HOPELESS,
    grid.flatMap(([first]) => (first ? [sumUp(first)] : [])),
  );
  const top = models.reduce<Summed | undefined>(
    (high, each) => (high && high.log >= each.log ? high : each),
    undefined,
  );
  const row = top ? (grid[top.hypothesis.model] ?? []) : [];
  if (!top || row.length < 2) return models;
  const words = row.map((hypothesis, word) => ({ word, ...(word === 0 ? top : sumUp(hypothesis)) }));
  const useful = within(HOPELESS, words).map(({ word }) => word);
  return models.flatMap((summed) =>
    useful.flatMap((word) => {
      const hypothesis = grid[summed.hypothesis.model]?.[word];
      if (!hypothesis) return [];
      if (word === 0) return [summed];
      return [words.find((each) => each.hypothesis === hypothesis) ?? sumUp(hypothesis)];
    }),
  );
}

function within<T extends Pick<Summed, 'log'>>(distance: number, all: readonly T[]): T[] {
  const best = highest(all);
  return all.filter(({ log }) => log > best - distance);
}

function highest(all: readonly Pick<Summed, 'log'>[]): number {
  return all.reduce((high, { log }) => Math.max(high, log), Number.NEGATIVE_INFINITY);
}

/** Log weight of "nothing failed"; the forest's own sum holds it with the wrong weight, so it is taken out there. */
export function logNothing({ settings }: Moment, { failure, logBase }: Hypothesis): number {
  return logBase + failure.logSingles + Math.log(settings.nothingPerSingle);
}
