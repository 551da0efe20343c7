import { logSilence } from './call-model.ts';
import type { FailurePrior } from './device-prior.ts';
import type { Hypothesis, Moment } from './moment.ts';

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
