import { addDays, type LocalTime, weekdayOf } from '../local-time.ts';

/** Minutes since local midnight: `from` 0 to 1439, `to` up to 1440; what lasts past midnight goes on the next day at 0. */
export interface Interval {
  readonly from: number;
  readonly to: number;
}

/** Opening hours as plain data: a common week, and the dates on which something else holds (holidays, seasons). */
export interface OpeningHours {
  /** Seven days, Monday first; the intervals of a day rise and do not touch. */
  readonly week: readonly (readonly Interval[])[];
  /** By date, YYYY-MM-DD: stands in the place of the weekday's intervals. */
  readonly exceptions: Readonly<Record<string, readonly Interval[]>>;
}

/** Open until, or closed until; null where nothing changes within the coming fortnight. `until` on minute 0 is midnight. */
export type OpenState =
  | { readonly open: true; readonly until: LocalTime | null }
  | { readonly open: false; readonly opens: LocalTime | null };

const HORIZON_DAYS = 14;
const DAY_MINUTES = 1440;

/** Whether a place is open at a local time, and when that changes. */
export function openState(hours: OpeningHours, now: LocalTime): OpenState {
  const open = isOpenAt(hours, now);
  const change = nextChange(hours, now, open);
  return open ? { open, until: change } : { open, opens: change };
}

/** The intervals that hold on a date. */
export function intervalsOn(hours: OpeningHours, date: string): readonly Interval[] {
  return hours.exceptions[date] ?? hours.week[weekdayOf(date) - 1] ?? [];
}

/** Whether it is open at a local time. */
export function isOpenAt(hours: OpeningHours, { date, minute }: LocalTime): boolean {
  return intervalsOn(hours, date).some(({ from, to }) => from <= minute && minute < to);
}

function nextChange(hours: OpeningHours, now: LocalTime, open: boolean): LocalTime | null {
  for (let day = 0; day < HORIZON_DAYS; day += 1) {
    const date = addDays(now.date, day);
    const after = day === 0 ? now.minute : -1;
    for (const { from, to } of intervalsOn(hours, date)) {
      const edge = open ? to : from;
      if (edge <= after) continue;
      const at = edge === DAY_MINUTES ? { date: addDays(date, 1), minute: 0 } : { date, minute: edge };
      if (isOpenAt(hours, at) !== open) return at;
    }
  }
  return null;
}
