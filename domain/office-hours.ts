import type { UtilityProfile } from './utility-profile.ts';

/** A moment as a clock on the wall shows it. `weekday` counts from 1, Monday; `date` is YYYY-MM-DD; `time` is HH:MM. */
export interface LocalMoment {
  readonly date: string;
  readonly weekday: number;
  readonly time: string;
}

/** Whether people stand at the desk at that moment. */
export function deskIsOpen(profile: Pick<UtilityProfile, 'officeHours' | 'holidays'>, moment: LocalMoment): boolean {
  const { officeHours, holidays } = profile;
  if (officeHours.onHolidays === 'closed' && holidays.some(({ date }) => date === moment.date)) return false;
  return officeHours.days.some(
    ({ days, from, to }) => days.includes(moment.weekday) && from <= moment.time && moment.time < to,
  );
}
