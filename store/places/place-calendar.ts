import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { HoursCalendar } from './parse-opening-hours.ts';

/** How far ahead hours are worked out: long enough for what customers ask. */
const DAYS_AHEAD = 35;

/** The days from a local date on, with the utility's holidays and the days worked for them. */
export function placeCalendar(
  { holidays, workingDays }: Pick<UtilityProfile, 'holidays' | 'workingDays'>,
  from: string,
): HoursCalendar {
  return {
    holidays: holidays.map(({ date }) => date),
    workingDays: new Map(workingDays.map((day) => [day.date, day.as])),
    from,
    days: DAYS_AHEAD,
  };
}
