import { type Fraction, fractionOf, greatest, least, minus, NOTHING } from './fraction.ts';
import type { Tiers } from './tariff.ts';

export interface TierShare {
  /** 1 for the first tier. */
  readonly number: number;
  /** Usage that falls into it, in kWh. */
  readonly kwh: Fraction;
  /** Yuan a kWh on top of the base price. */
  readonly surcharge: string;
}

/** A stretch of a month's usage: the kWh from so many on up to so many, counted from its first day. */
export interface UsageStretch {
  readonly from: Fraction;
  readonly to: Fraction;
}

/** A stretch of a month's usage spread over the tiers of its season, lowest first, empty tiers included. Throws a RangeError where no season has the month. */
export function splitByTier(tiers: Tiers, month: number, stretch: UsageStretch): TierShare[] {
  const limits = tierLimits(tiers, month);
  return tiers.surcharges.map((surcharge, index) => {
    const from = greatest(stretch.from, index === 0 ? NOTHING : fractionOf(limits[index - 1] ?? 0));
    const limit = limits[index];
    const to = limit === undefined ? stretch.to : least(stretch.to, fractionOf(limit));
    return { number: index + 1, kwh: greatest(NOTHING, minus(to, from)), surcharge };
  });
}

/** The last kWh of each tier but the last, in the month's season. Throws a RangeError where no season has the month. */
export function tierLimits(tiers: Tiers, month: number): readonly number[] {
  const season = tiers.seasons.find(({ months }) => months.includes(month));
  if (season === undefined) throw new RangeError(`no season has month ${month}`);
  return season.limits;
}
