import { type LocalTime, weekdayOf } from './local-time.ts';
import type { UtilityProfile } from './utility-profile.ts';

/** Whether people stand at the desk at that local time. */
export function deskIsOpen(
  profile: Pick<UtilityProfile, 'officeHours' | 'holidays' | 'workingDays'>,
  { date, minute }: LocalTime,
): boolean {
  const { officeHours, holidays, workingDays } = profile;
  if (officeHours.onHolidays === 'closed' && holidays.some((holiday) => holiday.date === date)) return false;
  const weekday = workingDays.find((day) => day.date === date)?.as ?? weekdayOf(date);
  return officeHours.days.some(
    ({ days, from, to }) => days.includes(weekday) && minutes(from) <= minute && minute < minutes(to),
  );
}

/** "08:30" in minutes since midnight. */
function minutes(clock: string): number {
  const [hours = '0', rest = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(rest);
}
