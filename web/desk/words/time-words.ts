import type { DeskWords } from '../../../strings/desk/zh-hans.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A running clock: 0:07, 12:05, 1:02:11; from a day on, the days in words. Negative spans (clocks differ) are 0:00. */
export function clockText(words: DeskWords, span: number): string {
  const ms = Math.max(0, span);
  if (ms >= DAY) return words.time.days(Math.floor(ms / DAY));
  const seconds = pad(Math.floor((ms % MINUTE) / SECOND));
  const minutes = Math.floor((ms % HOUR) / MINUTE);
  return ms < HOUR ? `${minutes}:${seconds}` : `${Math.floor(ms / HOUR)}:${pad(minutes)}:${seconds}`;
}

/** How long a span is, in its greatest unit. */
export function spanText({ time }: DeskWords, span: number): string {
  const ms = Math.max(0, span);
  if (ms < MINUTE) return time.seconds(Math.floor(ms / SECOND));
  if (ms < HOUR) return time.minutes(Math.floor(ms / MINUTE));
  if (ms < DAY) return time.hours(Math.floor(ms / HOUR));
  return time.days(Math.floor(ms / DAY));
}

export function agoText(words: DeskWords, span: number): string {
  return span < MINUTE ? words.time.now : words.time.ago(spanText(words, span));
}

function pad(value: number): string {
  return String(value).padStart(2, '0');
}
