import { addDays, localTimeOf, momentOf, weekdayOf } from '../local-time.ts';

/** On which local days a utility's offices work. */
export interface WorkingCalendar {
  /** IANA name. */
  readonly timeZone: string;
  /** Days of the common week on which offices work; 1 is Monday. */
  readonly weekdays: readonly number[];
  /** Dates, YYYY-MM-DD, on which they do not work whatever the weekday. */
  readonly holidays: readonly string[];
  /** Dates on which they do, in exchange for a holiday: they stand before `holidays` and `weekdays`. */
  readonly makeUpDays: readonly string[];
}

export function isWorkingDay({ weekdays, holidays, makeUpDays }: WorkingCalendar, date: string): boolean {
  if (makeUpDays.includes(date)) return true;
  return weekdays.includes(weekdayOf(date)) && !holidays.includes(date);
}

/**
 * The moment at which so many working days after a moment are over: the day on which it happens does not count, the last
 * one counts to its end (local midnight), as a period of days is reckoned in civil law. Throws a RangeError where the
 * calendar has no working day to reach.
 */
export function endOfWorkingDays(from: number, days: number, calendar: WorkingCalendar): number {
  let { date } = localTimeOf(from, calendar.timeZone);
  let left = Math.ceil(days);
  for (let step = 0; left > 0; step += 1) {
    if (step > FARTHEST_DAYS) throw new RangeError(`there are no ${days} working days after ${date}`);
    date = addDays(date, 1);
    if (isWorkingDay(calendar, date)) left -= 1;
  }
  return momentOf({ date: addDays(date, 1), minute: 0 }, calendar.timeZone);
}

const FARTHEST_DAYS = 3660;
