import type { Usage } from './compute-bill.ts';
import { type Tariff, type TariffVersions, TOU_PERIODS, type TouPeriod } from './tariff.ts';

export interface TariffDays {
  readonly tariff: Tariff;
  /** At least 1. */
  readonly days: number;
}

/** The tariffs that held from one local day to another (YYYY-MM-DD, the second excluded), in their order, with the days of each. */
export function tariffsBetween({ rates, earlier = [] }: TariffVersions, from: string, to: string): TariffDays[] {
  const versions = [...earlier.toSorted((a, b) => (a.until < b.until ? -1 : 1)), { until: null, rates }];
  let begins = from;
  const found: TariffDays[] = [];
  for (const { until, rates: tariff } of versions) {
    const ends = until === null || dayAfter(until) > to ? to : dayAfter(until);
    const days = daysBetween(begins, ends);
    if (days <= 0) continue;
    found.push({ tariff, days });
    begins = ends;
  }
  return found;
}

/**
 * Usage spread over days: each period of the day by itself, in proportion, whole kWh, largest remainders first. The shares
 * add up to the usage.
 */
export function splitByDays(usage: Usage, days: readonly number[]): Usage[] {
  const { periods } = usage;
  if (periods === undefined) return spread(usage.kwh, days).map((kwh) => ({ kwh }));
  const byCode = TOU_PERIODS.map((code) => [code, spread(periods[code] ?? 0, days)] as const);
  return days.map((_, index) => {
    const own: Partial<Record<TouPeriod, number>> = {};
    for (const [code, shares] of byCode) own[code] = shares[index] ?? 0;
    return { kwh: Object.values(own).reduce((sum, kwh) => sum + kwh, 0), periods: own };
  });
}

/** The days from one local date to another, negative where the second is earlier. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY;
}

const DAY = 86_400_000;

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + DAY).toISOString().slice(0, 10);
}

/** In integers throughout: kWh times days over all days, and what is left over. */
function spread(kwh: number, days: readonly number[]): number[] {
  const all = days.reduce((sum, part) => sum + part, 0);
  const shares = days.map((part) => Math.floor((kwh * part) / all));
  const rests = days.map((part, index) => ({ index, rest: (kwh * part) % all }));
  let left = kwh - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of rests.toSorted((a, b) => b.rest - a.rest || a.index - b.index)) {
    if (left <= 0) break;
    shares[index] = (shares[index] ?? 0) + 1;
    left -= 1;
  }
  return shares;
}
