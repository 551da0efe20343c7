import type { WidgetStrings } from '../../../strings/widget/widget-strings.ts';

/** The day of a moment, as one says it now; the year only where it is another. Milliseconds since 1970. */
export function dayWords(at: number, now: number, { locale, transcript }: WidgetStrings): string {
  const [day, today] = [new Date(at), new Date(now)];
  if (day.toDateString() === today.toDateString()) return transcript.today;
  const yesterday = new Date(today.getFullYear(), today.getMonth(), today.getDate() - 1);
  if (day.toDateString() === yesterday.toDateString()) return transcript.yesterday;
  const year = day.getFullYear() === today.getFullYear() ? {} : { year: 'numeric' as const };
  return new Intl.DateTimeFormat(locale, { ...year, month: 'long', day: 'numeric', weekday: 'short' }).format(day);
}

/** Hours and minutes, 24 hours to the day. */
export function timeWords(at: number, { locale }: WidgetStrings): string {
  return new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }).format(at);
}
