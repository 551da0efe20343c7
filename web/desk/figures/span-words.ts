import type { DeskWords } from '../../../strings/desk/zh-hans.ts';

/** A span in milliseconds as a figure: 45 s, 3.2 min, 1.5 h; a dash where there is none. */
export function spanWords({ time, figures }: DeskWords, ms: number | null): string {
  if (ms === null) return figures.none;
  const seconds = ms / 1000;
  if (seconds < 100) return time.seconds(Math.round(seconds));
  const minutes = seconds / 60;
  if (minutes < 100) return time.minutes(tenths(minutes));
  return time.hours(tenths(minutes / 60));
}

/** To a tenth below ten, whole above. */
function tenths(value: number): number {
  return value < 10 ? Math.round(value * 10) / 10 : Math.round(value);
}
