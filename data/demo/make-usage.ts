import type { Usage } from '../../domain/billing/compute-bill.ts';
import type { Tariff } from '../../domain/billing/tariff.ts';
import type { BillingMonth } from './billing-calendar.ts';
import type { Random } from './random.ts';

export interface MeteredMonth {
  readonly usage: Usage;
  readonly readingFrom: number;
  readonly readingTo: number;
  readonly estimated: boolean;
}

/** How a premises uses electricity: kWh of a middling month, and how strongly it follows the season. */
export interface UsageHabit {
  readonly monthlyKwh: number;
  /** 0 not at all, 1 as homes do. */
  readonly seasonal: number;
  /** Shares of peak (critical peak included), flat and valley. */
  readonly shares: { readonly peak: number; readonly valley: number };
  /** The latest month is so many times what it should be: a leak, a new machine. */
  readonly lastMonthFactor: number;
}

/** By month, January first: homes in Guangdong cool from May to October and hardly heat. */
const SEASON = [0.85, 0.8, 0.75, 0.8, 1.05, 1.35, 1.6, 1.65, 1.4, 1.05, 0.8, 0.85] as const;
const ESTIMATED_SHARE = 0.012;
/** Of peak usage, in the months of the critical peak: 3 of its 7 hours. */
const CRITICAL_SHARE = 0.42;

export function drawHabit(random: Random, use: 'home' | 'shop' | 'site'): UsageHabit {
  const spread = (middle: number, sigma: number) => middle * Math.exp(sigma * random.normal());
  const lastMonthFactor = random.chance(0.008) ? 1.8 + random.unit() : 1;
  if (use === 'site') {
    return { monthlyKwh: spread(12_000, 0.5), seasonal: 0.6, shares: { peak: 0.45, valley: 0.25 }, lastMonthFactor };
  }
  if (use === 'shop') {
    return { monthlyKwh: spread(620, 0.8), seasonal: 0.7, shares: { peak: 0.52, valley: 0.14 }, lastMonthFactor };
  }
  const shares = { peak: 0.3 + 0.1 * random.unit(), valley: 0.3 + 0.15 * random.unit() };
  if (random.chance(0.03)) return { monthlyKwh: 4 * random.unit(), seasonal: 0, shares, lastMonthFactor: 1 };
  const monthlyKwh = random.chance(0.01) ? 900 + 1_400 * random.unit() : spread(190, 0.5);
  return { monthlyKwh, seasonal: 1, shares, lastMonthFactor };
}

/** The meter's months in a row. An estimated reading is put right by the next one. */
export function drawUsage(
  random: Random,
  habit: UsageHabit,
  tariff: Tariff,
  months: readonly BillingMonth[],
): MeteredMonth[] {
  let trueReading = random.whole(300, 60_000);
  let reading = trueReading;
  return months.map(({ month }, index) => {
    const latest = index === months.length - 1;
    const season = 1 + habit.seasonal * ((SEASON[month - 1] ?? 1) - 1);
    const expected = habit.monthlyKwh * season;
    const noise = Math.max(0.3, 1 + 0.12 * random.normal());
    trueReading += Math.round(expected * noise * (latest ? habit.lastMonthFactor : 1));
    const estimated = !latest && random.chance(ESTIMATED_SHARE);
    const readingFrom = reading;
    reading = estimated ? readingFrom + Math.round(expected) : Math.max(readingFrom, trueReading);
    const usage = splitByPeriod({ kwh: reading - readingFrom, month, habit, tariff, wobble: 0.03 * random.normal() });
    return { usage, readingFrom, readingTo: reading, estimated };
  });
}

interface Split {
  readonly kwh: number;
  readonly month: number;
  readonly habit: UsageHabit;
  readonly tariff: Tariff;
  readonly wobble: number;
}

function splitByPeriod({ kwh, month, habit, tariff, wobble }: Split): Usage {
  if (tariff.timeOfUse === undefined) return { kwh };
  const allPeak = Math.round(kwh * Math.min(0.7, Math.max(0.1, habit.shares.peak + wobble)));
  const valley = Math.round(kwh * Math.max(0.05, habit.shares.valley - wobble / 2));
  const hasCritical = tariff.timeOfUse.criticalPeak?.months.includes(month) ?? false;
  const critical = hasCritical ? Math.round(allPeak * CRITICAL_SHARE) : 0;
  const peak = Math.min(allPeak, kwh) - critical;
  const rest = kwh - critical - peak;
  return {
    kwh,
    periods: { critical_peak: critical, peak, valley: Math.min(valley, rest), flat: rest - Math.min(valley, rest) },
  };
}
