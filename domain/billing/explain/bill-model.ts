import { parseDecimal } from '../decimal.ts';
import type { ExactPart, ExactUsage } from '../exact-charges.ts';
import { exactCharges, exactFen } from '../exact-charges.ts';
import {
  dividedBy,
  type Fraction,
  fraction,
  fractionOf,
  fractionOfDecimal,
  greatest,
  minus,
  NOTHING,
  plus,
  sumOf,
  times,
} from '../fraction.ts';
import { TOU_PERIODS, type TouPeriod } from '../tariff.ts';
import type { TariffDays } from '../tariff-versions.ts';
import { splitByTier } from '../tiers.ts';

/** What the amount of a bill depends on, each by itself. */
export interface BillFactors {
  readonly days: number;
  /** What was used a day, in kWh. */
  readonly usage: Fraction;
  /** kWh of its neighbours that were billed with it, because a reading was estimated. */
  readonly estimate: Fraction;
  /** 1 to 12: decides the tiers' borders. */
  readonly season: number;
  readonly tariff: { readonly versions: readonly TariffDays[]; readonly freeKwh: boolean };
  /** The share of each period of the day, adding up to 1. */
  readonly time_of_use: Readonly<Partial<Record<TouPeriod, Fraction>>>;
}

export type Factor = keyof BillFactors;
export const FACTORS: readonly Factor[] = ['days', 'usage', 'estimate', 'season', 'tariff', 'time_of_use'];

/** What such a bill comes to, in fen, before rounding, and how much of it the tiers add. */
export interface ModelledBill {
  readonly all: Fraction;
  readonly tiers: Fraction;
}

export function modelBill(factors: BillFactors): ModelledBill {
  const parts = partsOf(factors);
  const charged = exactFen(exactCharges(parts, factors.tariff.freeKwh));
  const least = fractionOf(parts.at(-1)?.tariff.minimumFen ?? 0);
  return { all: greatest(charged, least), tiers: tiersOf(parts) };
}

/** All that was billed, in kWh. */
export function kwhOf({ days, usage, estimate }: BillFactors): Fraction {
  return greatest(NOTHING, plus(times(usage, fractionOf(days)), estimate));
}

/** A day's use: what was billed without what belongs to its neighbours. */
export function dailyUse({ kwh, days, shift }: { kwh: number; days: number; shift: Fraction }): Fraction {
  return dividedBy(minus(fractionOf(kwh), shift), fractionOf(days));
}

function partsOf(factors: BillFactors): ExactPart[] {
  const { versions } = factors.tariff;
  const days = versions.reduce((sum, version) => sum + version.days, 0);
  const kwh = kwhOf(factors);
  return versions.map((version) => ({
    tariff: version.tariff,
    month: factors.season,
    usage: usageOf(times(kwh, fraction(BigInt(version.days), BigInt(days))), factors.time_of_use),
  }));
}

function usageOf(kwh: Fraction, shares: BillFactors['time_of_use']): ExactUsage {
  const periods: Partial<Record<TouPeriod, Fraction>> = {};
  for (const code of TOU_PERIODS) periods[code] = times(kwh, shares[code] ?? NOTHING);
  return { kwh, periods };
}

const FEN_PER_YUAN = fractionOf(100);

function tiersOf(parts: readonly ExactPart[]): Fraction {
  let counted = NOTHING;
  return sumOf(
    parts.map(({ tariff, month, usage }) => {
      const stretch = { from: counted, to: plus(counted, usage.kwh) };
      counted = stretch.to;
      const shares = tariff.tiers === undefined ? [] : splitByTier(tariff.tiers, month, stretch);
      const yuan = shares.map(({ kwh, surcharge }) => times(kwh, fractionOfDecimal(parseDecimal(surcharge))));
      return times(sumOf(yuan), FEN_PER_YUAN);
    }),
  );
}
