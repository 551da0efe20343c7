import { type CallModel, logSilence } from './call-model.ts';
import type { DevicePrior, FailurePrior } from './device-prior.ts';
import type { Evidence } from './evidence.ts';
import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';
import { addMarginals, type Considered, logAdd, sumInside } from './tree-inference.ts';

/** A call model with a probability that a supplied customer says so unasked. */
export interface Hypothesis {
  readonly model: number;
  readonly logSilence: number;
  readonly failure: FailurePrior;
  /** -log P(a supplied customer says nothing). */
  readonly wordOfSupply: number;
  /** Log of what the weight of every set of failures is multiplied with. */
  readonly logBase: number;
}

export interface Moment {
  readonly tree: DeviceTree;
  readonly models: readonly CallModel[];
  readonly prior: DevicePrior;
  readonly evidence: Evidence;
  readonly confirmed: ReadonlyMap<number, boolean>;
  readonly minutes: number;
  readonly settings: LocaliserSettings;
}

/** Calls that speak so loud can't all be unrelated. */
const PLENTY = 30;
/** Weight of a confirmed failure: so large that nothing outweighs it. */
const CERTAIN = 60;
/** What is left of the supplied customers, as guesses for the rate at which they say that they have power. */
const SUPPLIED_SHARES = [1, 0.7, 0.45, 0.25, 0.1];
const HIGHEST_WORD_SHARE = 0.9;

/** By model, then by the rate at which supplied customers say so. */
export function hypothesesAt({ tree, models, prior, evidence, minutes }: Moment): Hypothesis[][] {
  const customers = Math.max(1, tree.deviceOfCustomer.length);
  const words = wordShares(evidence.hasPowerCount, customers);
  const failures = new Map<number, FailurePrior>();
  return models.map((model, index) => {
    const silence = logSilence(model, minutes);
    const failure = failures.get(silence) ?? prior.at(silence);
    failures.set(silence, failure);
    const logCalls =
      evidence.callCount * Math.log(model.background) - model.background * customers * Math.max(0, minutes);
    return words.map((word) => ({
      model: index,
      logSilence: silence,
      failure,
      wordOfSupply: -Math.log1p(-word),
      logBase: model.logPrior + logCalls + logWords(evidence.hasPowerCount, customers, word) - failure.logSingles,
    }));
  });
}

function wordShares(count: number, customers: number): number[] {
  if (count === 0) return [0];
  return SUPPLIED_SHARES.map((share) => Math.min(HIGHEST_WORD_SHARE, count / (customers * share)));
}

function logWords(count: number, customers: number, word: number): number {
  return count === 0 ? 0 : count * Math.log(word) + Math.max(0, customers - count) * Math.log1p(-word);
}

/** Writes to `target` the log weight of each considered device's failure against no failure. */
export function weigh(moment: Moment, { devices }: Considered, hypothesis: Hypothesis, target: Float64Array): void {
  for (let row = 0; row < devices.length; row += 1) target[row] = weightOf(moment, devices[row] ?? 0, hypothesis);
}

/** Log weight of one device's failure: its prior × P(its calls, at least one of them genuine; silence; word of supply | failed) / P(… | supplied). */
export function weightOf(moment: Moment, device: number, hypothesis: Hypothesis): number {
  const { evidence, models, prior, tree, confirmed } = moment;
  if (confirmed.get(device) === true) return CERTAIN;
  const customers = tree.customersBelow[device] ?? 0;
  const calls = evidence.calls[device * models.length + hypothesis.model] ?? 0;
  const genuine = calls > PLENTY ? calls : calls + Math.log(-Math.expm1(-calls));
  return (
    hypothesis.failure.logFailure +
    (prior.logShare[device] ?? Number.NEGATIVE_INFINITY) +
    genuine +
    Math.max(0, customers - (evidence.callsBelow[device] ?? 0)) * hypothesis.logSilence +
    (evidence.hasPower[device] ?? 0) +
    Math.max(0, customers - (evidence.unaskedHasPowerBelow[device] ?? 0)) * hypothesis.wordOfSupply
  );
}

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
