import { localTimeOf } from '../domain/local-time.ts';

/** "11-24 08:30": how a moment (milliseconds since 1970) is written in messages. */
export function shortTime(at: number, timeZone: string): string {
  const { date, minute } = localTimeOf(at, timeZone);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${date.slice(5)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
