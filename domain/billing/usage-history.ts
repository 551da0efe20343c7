export interface UsageMonth {
  /** YYYY-MM. */
  readonly period: string;
  readonly kwh: number;
}

export interface UsageColumn extends UsageMonth {
  /** The same month a year earlier, where it is known. */
  readonly before: number | null;
}

/** The months up to `period`, that one included, oldest first, each beside the same month of the year before. Months without a bill are left out. */
export function usageHistory(months: readonly UsageMonth[], period: string, count = 12): UsageColumn[] {
  const known = new Map(months.map((month) => [month.period, month.kwh]));
  return [...known.keys()]
    .filter((key) => key <= period && key > monthsBefore(period, count))
    .sort()
    .map((key) => ({ period: key, kwh: known.get(key) ?? 0, before: known.get(monthsBefore(key, 12)) ?? null }));
}

/** The period so many months earlier. */
export function monthsBefore(period: string, months: number): string {
  const index = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 - months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
