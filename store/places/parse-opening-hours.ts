import OpeningHoursSyntax from 'opening_hours';
import { addDays, weekdayOf } from '../../domain/local-time.ts';
import type { Interval, OpeningHours } from '../../domain/places/opening-hours.ts';

export interface HoursCalendar {
  /** The utility's own public holidays, YYYY-MM-DD. */
  readonly holidays: readonly string[];
  /** Days that are worked to make up for a holiday, with the weekday (1, Monday, to 7) whose hours hold on them. */
  readonly workingDays: ReadonlyMap<string, number>;
  /** The first date that counts, and how many from there: seasons and holidays beyond are not looked at. */
  readonly from: string;
  readonly days: number;
}

export type ParsedHours =
  | { readonly ok: true; readonly hours: OpeningHours }
  | { readonly ok: false; readonly problem: string };

/**
 * Opening hours in OpenStreetMap's syntax ("Mo-Fr 08:30-17:30; PH off") as plain intervals: a common week and the
 * dates of the calendar on which something else holds. What the syntax leaves unknown ("by appointment") counts as closed.
 */
export function parseOpeningHours(syntax: string, calendar: HoursCalendar): ParsedHours {
  try {
    const parsed = new OpeningHoursSyntax(syntax, COUNTRY);
    const dates = Array.from({ length: calendar.days }, (_, day) => addDays(calendar.from, day));
    const daily = new Map(dates.map((date) => [date, evaluateDay(parsed, standInFor(parsed, date, calendar))]));
    return { ok: true, hours: summarise(daily, new Set([...calendar.holidays, ...calendar.workingDays.keys()])) };
  } catch (error) {
    // The library throws its findings as plain text.
    return { ok: false, problem: typeof error === 'string' ? error : String(error) };
  }
}

/** The library knows holidays by country only; its position serves rules such as "sunrise". */
const COUNTRY = { lat: 23.02, lon: 113.75, address: { country_code: 'cn', state: '广东省' } };

/**
 * The library's list of holidays is not the utility's. Where the two differ, a date of the same weekday is looked at on
 * which they agree: a first of January (a holiday in the library's eyes always) for a holiday, a neighbouring week else.
 * For a day that is worked to make up for a holiday, the nearest date of the weekday that it counts as.
 */
function standInFor(parsed: OpeningHoursSyntax, date: string, calendar: HoursCalendar): string {
  const wanted = calendar.holidays.includes(date);
  const weekday = calendar.workingDays.get(date) ?? weekdayOf(date);
  const holds = (candidate: string) => parsed.getPublicHolidayContext(noonOf(candidate)).isHoliday === wanted;
  if (weekday === weekdayOf(date) && holds(date)) return date;
  const nearest = addDays(date, weekday - weekdayOf(date));
  const weeks = [0, 7, -7, 14, -14, 21, -21].map((days) => addDays(nearest, days));
  const year = Number(date.slice(0, 4));
  const newYears = Array.from({ length: 12 }, (_, ahead) => `${year + ahead}-01-01`);
  const candidates = (wanted ? newYears : weeks).filter((day) => weekdayOf(day) === weekday);
  return candidates.find(holds) ?? date;
}

function evaluateDay(parsed: OpeningHoursSyntax, date: string): Interval[] {
  const start = startOf(date);
  const end = startOf(addDays(date, 1));
  return parsed
    .getOpenIntervals(start, end)
    .filter(([, , unknown]) => !unknown)
    .map(([from, to]) => ({ from: minuteOf(from), to: to >= end ? 1440 : minuteOf(to) }))
    .filter(({ from, to }) => from < to);
}

function summarise(daily: ReadonlyMap<string, readonly Interval[]>, holidays: ReadonlySet<string>): OpeningHours {
  const ordinary = [...daily].filter(([date]) => !holidays.has(date));
  const week = [1, 2, 3, 4, 5, 6, 7].map((weekday) =>
    mostCommon(ordinary.filter(([date]) => weekdayOf(date) === weekday).map(([, intervals]) => intervals)),
  );
  const unusual = [...daily].filter(([date, intervals]) => !same(intervals, week[weekdayOf(date) - 1] ?? []));
  return { week, exceptions: Object.fromEntries(unusual) };
}

function mostCommon(days: readonly (readonly Interval[])[]): readonly Interval[] {
  const counts = new Map<string, { intervals: readonly Interval[]; count: number }>();
  for (const intervals of days) {
    const key = JSON.stringify(intervals);
    counts.set(key, { intervals, count: (counts.get(key)?.count ?? 0) + 1 });
  }
  return [...counts.values()].reduce((best, next) => (next.count > best.count ? next : best), {
    intervals: [],
    count: 0,
  }).intervals;
}

function same(a: readonly Interval[], b: readonly Interval[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The library reads the machine's own clock fields, so a local date goes in as such, whatever zone the machine is in. */
function startOf(date: string): Date {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return new Date(year, month - 1, day);
}

function noonOf(date: string): Date {
  const noon = startOf(date);
  noon.setHours(12);
  return noon;
}

function minuteOf(at: Date): number {
  return at.getHours() * 60 + at.getMinutes();
}
