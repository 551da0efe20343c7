import { type BillPart, type ComputedBill, computePeriod, type Usage } from './compute-bill.ts';
import type { Rounding } from './rounding.ts';
import type { TariffVersions } from './tariff.ts';
import { splitByDays, tariffsBetween } from './tariff-versions.ts';

export interface MeteredPeriod {
  /** YYYY-MM: its month decides the season. */
  readonly period: string;
  /** Local days, YYYY-MM-DD; the second is excluded. */
  readonly from: string;
  readonly to: string;
  readonly usage: Usage;
  /** The usage under each tariff in turn, where the meters were read on the days on which it changed. */
  readonly byReading?: readonly Usage[];
}

export interface PeriodTerms {
  readonly tariff: TariffVersions;
  readonly freeKwh: boolean;
  readonly rounding: Rounding;
}

/** What a metered period costs; see `partsOf` for a tariff that changes within it. */
export function billPeriod(metered: MeteredPeriod, { tariff, freeKwh, rounding }: PeriodTerms): ComputedBill {
  return computePeriod(partsOf(metered, tariff), { freeKwh, rounding });
}

/**
 * The parts of a metered period, one for each tariff that held in it: by readings where there are some, else by days.
 * Throws a RangeError where there are readings, but not one for each.
 */
export function partsOf({ period, from, to, usage, byReading }: MeteredPeriod, versions: TariffVersions): BillPart[] {
  const tariffs = tariffsBetween(versions, from, to);
  if (byReading !== undefined && byReading.length !== tariffs.length) {
    throw new RangeError(`${byReading.length} readings for ${tariffs.length} tariffs`);
  }
  const days = tariffs.map((tariff) => tariff.days);
  const shares = byReading ?? splitByDays(usage, days);
  const month = Number(period.slice(5));
  return tariffs.map(({ tariff }, index) => ({ tariff, month, usage: shares[index] ?? { kwh: 0 } }));
}
