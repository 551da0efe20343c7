import { addDays, type LocalTime, weekdayOf } from '../../domain/local-time.ts';
import { type Closure, isClosedOn } from '../../domain/places/closure.ts';
import { type Interval, intervalsOn, type OpeningHours, openState } from '../../domain/places/opening-hours.ts';
import { weekGroups } from '../../domain/places/week-groups.ts';
import type { BotWords } from '../../strings/bot/bot-words.ts';

/** Whether it is open at a moment, and until when. */
export function openInWords(words: BotWords, hours: OpeningHours, now: LocalTime): { open: boolean; label: string } {
  const state = openState(hours, now);
  const { places } = words;
  if (state.open) {
    const { until } = state;
    return { open: true, label: until ? places.openUntil(clock(until.minute)) : places.openAlways };
  }
  if (!state.opens) return { open: false, label: places.closed };
  return {
    open: false,
    label: places.closedUntil(dayInWords(words, state.opens.date, now), clock(state.opens.minute)),
  };
}

/** The same of a place that may be closed for a while. */
export function placeOpenInWords(
  words: BotWords,
  { hours, closure }: { hours: OpeningHours; closure: Closure | null },
  now: LocalTime,
): { open: boolean; label: string } {
  if (closure === null || !isClosedOn(closure, now.date)) return openInWords(words, hours, now);
  const until = closure.until && dayInWords(words, closure.until, now);
  return { open: false, label: words.places.closedFor(until, closure.reason) };
}

/** A common week in words; where today is not as usual, today's hours before it. */
export function weekInWords(words: BotWords, hours: OpeningHours, now: LocalTime): string {
  const { places, common } = words;
  const groups = weekGroups(hours);
  const day = (weekday: number) => common.weekdays[weekday - 1] ?? '';
  const week = groups.map(({ from, to, intervals }) => {
    const name = groups.length === 1 ? places.daily : from === to ? day(from) : places.days(day(from), day(to));
    return `${name} ${intervalsInWords(words, intervals)}`;
  });
  const special = hours.exceptions[now.date];
  const today = special ? [places.todayOnly(intervalsInWords(words, intervalsOn(hours, now.date)))] : [];
  return isAlways(groups) ? places.alwaysHours : [...today, ...week].join(common.listSeparator);
}

/** "today", "tomorrow", or the weekday. */
export function dayInWords({ common }: BotWords, date: string, now: LocalTime): string {
  if (date === now.date) return common.today;
  if (date === addDays(now.date, 1)) return common.tomorrow;
  const name = common.weekdays[weekdayOf(date) - 1] ?? '';
  return date <= addDays(now.date, 6) ? name : `${name} ${common.date(date)}`;
}

/** "08:30"; the end of a day is 24:00. */
export function clock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
}

function intervalsInWords({ places }: BotWords, intervals: readonly Interval[]): string {
  if (intervals.length === 0) return places.closedAllDay;
  return intervals.map(({ from, to }) => `${clock(from)}–${clock(to)}`).join(' ');
}

function isAlways(groups: ReturnType<typeof weekGroups>): boolean {
  const [only] = groups;
  return groups.length === 1 && only?.intervals[0]?.from === 0 && only.intervals[0].to === 1440;
}
