import type { Tiers } from './tariff.ts';

export interface TierShare {
  /** 1 for the first tier. */
  readonly number: number;
  /** Usage that falls into it, in kWh. */
  readonly kwh: number;
  /** Yuan a kWh on top of the base price. */
  readonly surcharge: string;
}

/** A month's usage spread over the tiers of its season, lowest first, empty tiers included. Throws a RangeError where no season has the month. */
export function splitByTier(tiers: Tiers, month: number, kwh: number): TierShare[] {
  const limits = tierLimits(tiers, month);
  return tiers.surcharges.map((surcharge, index) => {
    const from = index === 0 ? 0 : (limits[index - 1] ?? 0);
    const to = limits[index] ?? Number.POSITIVE_INFINITY;
    return { number: index + 1, kwh: Math.max(0, Math.min(kwh, to) - from), surcharge };
  });
}

/** The last kWh of each tier but the last, in the month's season. */
function tierLimits(tiers: Tiers, month: number): readonly number[] {
  const season = tiers.seasons.find(({ months }) => months.includes(month));
  if (season === undefined) throw new RangeError(`no season has month ${month}`);
  return season.limits;
}
