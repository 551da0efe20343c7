import type { LocaliserSettings } from './localiser-settings.ts';

/** One combination of the unknown rates. */
export interface CallModel {
  readonly logPrior: number;
  /** Probability that an affected customer ever calls. */
  readonly callShare: number;
  readonly meanDelay: number;
  /** Unrelated calls per customer and minute. */
  readonly background: number;
}

const MINUTES_PER_HOUR = 60;

/** All combinations of call share, delay and background rate. */
export function callModels(settings: LocaliserSettings): CallModel[] {
  const models: CallModel[] = [];
  for (const [callShare, callWeight] of points(settings.callShares)) {
    for (const [meanDelay, delayWeight] of points(settings.meanDelays)) {
      for (const [perHour, backgroundWeight] of points(settings.backgroundRates)) {
        const background = perHour / MINUTES_PER_HOUR;
        models.push({
          logPrior: Math.log(callWeight * delayWeight * backgroundWeight),
          callShare,
          meanDelay,
          background,
        });
      }
    }
  }
  return models;
}

/** How much likelier a call at `t` minutes is from an affected customer than as an unrelated one. */
export function callOdds({ callShare, meanDelay, background }: CallModel, t: number): number {
  return (callShare * Math.exp(-Math.max(0, t) / meanDelay)) / (meanDelay * background);
}

/** log P(an affected customer has not called by `t` minutes). */
export function logSilence({ callShare, meanDelay }: CallModel, t: number): number {
  return Math.log1p(callShare * Math.expm1(-Math.max(0, t) / meanDelay));
}

function points({ values, weights }: LocaliserSettings['callShares']): (readonly [number, number])[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return values.map((value, index) => [value, (weights[index] ?? 0) / total] as const);
}
