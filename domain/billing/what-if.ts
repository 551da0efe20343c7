import { formatDecimal } from './decimal.ts';
import { type EnergyCode, type ExactCharge, type ExactUsage, exactCharges, exactFen } from './exact-charges.ts';
import {
  dividedBy,
  type Fraction,
  fraction,
  fractionOf,
  least,
  minus,
  NOTHING,
  plus,
  sumOf,
  times,
} from './fraction.ts';
import { roundFraction } from './rounding.ts';
import { type Tariff, TOU_PERIODS, type TouPeriod } from './tariff.ts';
import { touPeriodOf } from './tou-period.ts';

/** Something that is switched on every so often. */
export interface Load {
  readonly watts: number;
  /** Hour of the day it begins, 0 to 23; it may run past midnight. */
  readonly fromHour: number;
  /** Minutes a day it runs, 1 to 1440. */
  readonly minutes: number;
  /** Days of a month, or a share of them. */
  readonly days: Fraction;
}

export interface WhatIfGiven {
  readonly tariff: Tariff;
  /** 1 to 12. */
  readonly month: number;
  /** What is used in that month without it. */
  readonly base: ExactUsage;
  readonly load: Load;
}

export interface WhatIfLine {
  readonly code: EnergyCode;
  /** In hundredths of a kWh. */
  readonly kwhHundredths: number;
  /** Yuan a kWh, exact. */
  readonly price: string;
  readonly amountFen: number;
}

/** What something adds to a month: lines add up to `extraFen`. */
export interface WhatIf {
  readonly kwhHundredths: number;
  readonly extraFen: number;
  readonly lines: readonly WhatIfLine[];
}

/**
 * What a load would add to the month's charges: the kWh that it adds to each of them, times their price. The tiers and the
 * hours that it falls into are those of the tariff; minimum and free kWh are left out, which it is not answerable for.
 *
 * Rounding: the kWh of each period of the day to a hundredth, then each line to the fen, a half upwards; the sum is theirs.
 */
export function whatIf({ tariff, month, base, load }: WhatIfGiven): WhatIf {
  const added = usageOf(load, tariff, month);
  const charges = (usage: ExactUsage) => exactCharges([{ tariff, month, usage }], false);
  const more = gained(charges(base), charges(together(base, added)));
  const lines = more.map((charge) => ({
    code: charge.code,
    kwhHundredths: hundredths(charge.kwh),
    price: formatDecimal(charge.price),
    amountFen: roundFraction(exactFen([charge]), 'half_up'),
  }));
  return {
    kwhHundredths: hundredths(added.kwh),
    extraFen: lines.reduce((sum, { amountFen }) => sum + amountFen, 0),
    lines,
  };
}

/** The kWh of a month, by the hours they fall into where the tariff asks for that. */
function usageOf({ watts, fromHour, minutes, days }: Load, { timeOfUse }: Tariff, month: number): ExactUsage {
  const kwhPerMinute = dividedBy(times(fractionOf(watts), days), fractionOf(60 * 1000));
  const kwhOf = (part: number) => times(kwhPerMinute, fractionOf(part));
  if (timeOfUse === undefined) return { kwh: toHundredths(kwhOf(minutes)) };
  const periods: Partial<Record<TouPeriod, Fraction>> = {};
  for (let left = minutes, hour = fromHour; left > 0; left -= 60, hour = (hour + 1) % 24) {
    const period = touPeriodOf(timeOfUse, { month, hour });
    periods[period] = plus(periods[period] ?? NOTHING, kwhOf(Math.min(60, left)));
  }
  for (const code of TOU_PERIODS) periods[code] = toHundredths(periods[code] ?? NOTHING);
  return { kwh: sumOf(Object.values(periods)), periods };
}

function together(a: ExactUsage, b: ExactUsage): ExactUsage {
  const periods: Partial<Record<TouPeriod, Fraction>> = {};
  for (const code of TOU_PERIODS) periods[code] = plus(a.periods?.[code] ?? NOTHING, b.periods?.[code] ?? NOTHING);
  return { kwh: plus(a.kwh, b.kwh), periods };
}

/** Charges of one tariff for less and for more usage stand in the same order. */
function gained(before: readonly ExactCharge[], after: readonly ExactCharge[]): ExactCharge[] {
  return after
    .map((charge, index) => ({ ...charge, kwh: minus(charge.kwh, before[index]?.kwh ?? NOTHING) }))
    .filter(({ kwh }) => kwh.of > 0n);
}

function hundredths(kwh: Fraction): number {
  return roundFraction(times(kwh, fractionOf(100)), 'half_up');
}

function toHundredths(kwh: Fraction): Fraction {
  return fraction(BigInt(hundredths(kwh)), 100n);
}

/** How many minutes a day something of that power takes for so many kWh a day, in tenths. */
export function minutesOfUse(kwhTenths: number, watts: number): number {
  return Math.round((kwhTenths * 100 * 60) / watts);
}

/** Days of a month of thirty on which something is done so many times a week, at most once a day. */
export function daysOfMonth(timesAWeek: number): Fraction {
  return times(fractionOf(30), least(fraction(BigInt(timesAWeek), 7n), fractionOf(1)));
}
