import type { UtilityProfile } from '../utility-profile.ts';
import type { OpeningHours } from './opening-hours.ts';

/** When people stand at the desk, as opening hours. */
export function officeHoursOf({
  officeHours,
  holidays,
  workingDays,
}: Pick<UtilityProfile, 'officeHours' | 'holidays' | 'workingDays'>): OpeningHours {
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    officeHours.days
      .filter(({ days }) => days.includes(weekday))
      .map(({ from, to }) => ({ from: minuteOf(from), to: minuteOf(to) }))
      .sort((a, b) => a.from - b.from),
  );
  const closed = officeHours.onHolidays === 'closed' ? holidays : [];
  const worked = workingDays.map(({ date, as }) => [date, week[as - 1] ?? []] as const);
  return { week, exceptions: Object.fromEntries([...worked, ...closed.map(({ date }) => [date, []] as const)]) };
}

/** "08:30" as minutes since midnight. */
function minuteOf(clock: string): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
}
