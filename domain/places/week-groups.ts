import type { Interval, OpeningHours } from './opening-hours.ts';

/** Weekdays in a row (1, Monday, to 7) with the same hours. */
export interface DayGroup {
  readonly from: number;
  readonly to: number;
  readonly intervals: readonly Interval[];
}

/** The common week of opening hours, days in a row that are alike taken together. */
export function weekGroups({ week }: Pick<OpeningHours, 'week'>): DayGroup[] {
  const groups: DayGroup[] = [];
  for (let day = 1; day <= 7; day += 1) {
    const intervals = week[day - 1] ?? [];
    const last = groups.at(-1);
    if (last && JSON.stringify(last.intervals) === JSON.stringify(intervals)) {
      groups[groups.length - 1] = { ...last, to: day };
    } else {
      groups.push({ from: day, to: day, intervals });
    }
  }
  return groups;
}
