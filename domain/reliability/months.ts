import { localTimeOf, momentOf } from '../local-time.ts';

/** The month of a moment in a zone, YYYY-MM. */
export function monthOf(at: number, timeZone: string): string {
  return localTimeOf(at, timeZone).date.slice(0, 7);
}

/** The month so many later, or earlier. */
export function addMonths(month: string, count: number): string {
  const [year = 0, number = 1] = month.split('-').map(Number);
  const index = year * 12 + number - 1 + count;
  return `${String(Math.floor(index / 12)).padStart(4, '0')}-${String((index % 12) + 1).padStart(2, '0')}`;
}

/** Both ends included; none where they are the wrong way round. */
export function monthsFrom(first: string, last: string): string[] {
  const months: string[] = [];
  for (let month = first; month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}

/** The moment a month begins at in a zone. */
export function startOfMonth(month: string, timeZone: string): number {
  return momentOf({ date: `${month}-01`, minute: 0 }, timeZone);
}
