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
}

export interface PeriodTerms {
  readonly tariff: TariffVersions;
  readonly freeKwh: boolean;
  readonly rounding: Rounding;
}

/** What a metered period costs. A tariff that changes within it is taken by days: nobody reads the meters that night. */
export function billPeriod(metered: MeteredPeriod, { tariff, freeKwh, rounding }: PeriodTerms): ComputedBill {
  return computePeriod(partsOf(metered, tariff), { freeKwh, rounding });
}

/** The parts of a metered period, one for each tariff that held in it, usage split by days. */
export function partsOf({ period, from, to, usage }: MeteredPeriod, versions: TariffVersions): BillPart[] {
  const tariffs = tariffsBetween(versions, from, to);
  const shares = splitByDays(
    usage,
    tariffs.map(({ days }) => days),
  );
  const month = Number(period.slice(5));
  return tariffs.map(({ tariff }, index) => ({ tariff, month, usage: shares[index] ?? { kwh: 0 } }));
}
