import { addDays } from '../local-time.ts';
import { exactCharges, exactFen } from './exact-charges.ts';
import {
  dividedBy,
  type Fraction,
  floorOf,
  fraction,
  fractionOf,
  isLess,
  least,
  minus,
  NOTHING,
  plus,
  times,
} from './fraction.ts';
import { roundFraction } from './rounding.ts';
import type { Tariff } from './tariff.ts';
import { tierLimits } from './tiers.ts';

/** A month as it was metered. */
export interface UsedMonth {
  /** YYYY-MM. */
  readonly period: string;
  readonly days: number;
  readonly kwh: number;
}

export interface UsageAdvice {
  /** The month of the year that took least a day: what runs always. */
  readonly base: { readonly period: string; readonly dailyTenths: number };
  /** The one that took most. */
  readonly top: { readonly period: string; readonly dailyTenths: number };
  /** What the year's months took beyond the base, and what that cost: mostly cooling and heating. */
  readonly season: { readonly kwh: number; readonly costFen: number };
  /** What one kWh a day less saves in thirty days of usage as in the last month. */
  readonly savingFen: number;
}

/**
 * What the usage of up to twelve months, oldest first, says about itself; null where there is none. Costs are of the tariff
 * that holds now, by the tiers of each month's season, in flat hours where it goes by the time of use.
 */
export function usageAdvice(months: readonly UsedMonth[], tariff: Tariff): UsageAdvice | null {
  const year = months.slice(-12).filter(({ days }) => days > 0);
  const last = year.at(-1);
  const [lowest] = year.toSorted(byDailyUse);
  const highest = year.toSorted(byDailyUse).at(-1);
  if (!last || !lowest || !highest) return null;
  const baseUse = dailyOf(lowest);
  let kwh = NOTHING;
  let cost = NOTHING;
  for (const month of year) {
    const base = times(baseUse, fractionOf(month.days));
    kwh = plus(kwh, minus(fractionOf(month.kwh), base));
    cost = plus(cost, minus(costOf(tariff, month, fractionOf(month.kwh)), costOf(tariff, month, base)));
  }
  const asLast = times(dailyOf(last), fractionOf(SAVING_DAYS));
  const less = least(asLast, fractionOf(SAVING_DAYS));
  const saved = minus(costOf(tariff, last, asLast), costOf(tariff, last, minus(asLast, less)));
  return {
    base: { period: lowest.period, dailyTenths: tenthsOf(baseUse) },
    top: { period: highest.period, dailyTenths: tenthsOf(dailyOf(highest)) },
    season: { kwh: roundFraction(kwh, 'half_up'), costFen: roundFraction(cost, 'half_up') },
    savingFen: roundFraction(saved, 'half_up'),
  };
}

export interface TierBegins {
  /** 2 for the second. */
  readonly tier: number;
  /** The local day on which its first kWh is used, YYYY-MM-DD. */
  readonly date: string;
}

/** When the tiers of a month begin if every day of it takes as much as those of another month did; those that are not reached are left out. */
export function tiersAhead(
  { tiers }: Tariff,
  { period, days }: { readonly period: string; readonly days: number },
  rate: UsedMonth,
): TierBegins[] {
  if (tiers === undefined || rate.days <= 0 || rate.kwh <= 0) return [];
  const daily = dailyOf(rate);
  return tierLimits(tiers, Number(period.slice(5)))
    .map((limit, index) => ({ tier: index + 2, after: Number(floorOf(dividedBy(fractionOf(limit), daily))), limit }))
    .filter(({ after, limit }) => after < days && isLess(fractionOf(limit), times(daily, fractionOf(days))))
    .map(({ tier, after }) => ({ tier, date: addDays(`${period}-01`, after) }));
}

const SAVING_DAYS = 30;

function byDailyUse(a: UsedMonth, b: UsedMonth): number {
  return a.kwh * b.days - b.kwh * a.days || (a.period < b.period ? 1 : -1);
}

function dailyOf({ kwh, days }: UsedMonth): Fraction {
  return fraction(BigInt(kwh), BigInt(days));
}

function costOf(tariff: Tariff, { period }: UsedMonth, kwh: Fraction): Fraction {
  const usage = { kwh, periods: { flat: kwh } };
  return exactFen(exactCharges([{ tariff, month: Number(period.slice(5)), usage }], false));
}

function tenthsOf(kwh: Fraction): number {
  return roundFraction(times(kwh, fractionOf(10)), 'half_up');
}
