import { addDays, type LocalTime, localTimeOf, momentOf } from '../local-time.ts';
import { deskIsOpen } from '../office-hours.ts';
import type { UtilityProfile } from '../utility-profile.ts';

/** When somebody will call, milliseconds since 1970. */
export interface CallWindow {
  readonly from: number;
  readonly until: number;
}

/** A window that has begun starts at the next quarter: that is how times are said. */
const QUARTER_MS = 15 * 60_000;
const DAYS_AHEAD = 10;
const DAY_MINUTES = 24 * 60;
/** Somebody has to find the time: a window that is nearly over is not offered. */
const LEAST_LEFT_MS = 30 * 60_000;

/**
 * The next windows in which somebody can call, within office hours, each of the profile's length and none across a break.
 * Windows lie on a grid from midnight, so that many customers share them; the first may have begun.
 */
export function callbackWindows(
  profile: Pick<UtilityProfile, 'officeHours' | 'holidays' | 'workingDays' | 'timeZone' | 'desk'>,
  { now, count }: { readonly now: number; readonly count: number },
): CallWindow[] {
  const windows: CallWindow[] = [];
  const soonest = Math.ceil(now / QUARTER_MS) * QUARTER_MS;
  const today = localTimeOf(now, profile.timeZone).date;
  for (let day = 0; day < DAYS_AHEAD && windows.length < count; day += 1) {
    const date = addDays(today, day);
    for (const { from, until } of openStretches(profile, date)) {
      const at = (minute: number) => momentOf(toLocal(date, minute), profile.timeZone);
      const window = { from: Math.max(at(from), soonest), until: at(until) };
      if (window.until - window.from >= LEAST_LEFT_MS) windows.push(window);
    }
  }
  return windows.slice(0, count);
}

/** Stretches of a day's grid in which the desk is open throughout, in minutes since midnight. */
function openStretches(
  profile: Pick<UtilityProfile, 'officeHours' | 'holidays' | 'workingDays' | 'desk'>,
  date: string,
): { from: number; until: number }[] {
  const length = profile.desk.callbackHours * 60;
  const stretches: { from: number; until: number }[] = [];
  for (let start = 0; start < DAY_MINUTES; start += length) {
    let open: number | null = null;
    const end = Math.min(start + length, DAY_MINUTES);
    for (let minute = start; minute <= end; minute += 1) {
      const isOpen = minute < end && deskIsOpen(profile, { date, minute });
      if (isOpen) open ??= minute;
      else if (open !== null) {
        stretches.push({ from: open, until: minute });
        open = null;
      }
    }
  }
  return stretches;
}

function toLocal(date: string, minute: number): LocalTime {
  return minute < DAY_MINUTES ? { date, minute } : { date: addDays(date, 1), minute: minute - DAY_MINUTES };
}
