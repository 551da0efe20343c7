import { addDays } from '../local-time.ts';
import type { OpeningHours } from './opening-hours.ts';

/** A place is closed for a while. */
export interface Closure {
  /** Local dates, YYYY-MM-DD, both included; null until further notice. */
  readonly from: string;
  readonly until: string | null;
  /** What customers are told of it; may be empty. */
  readonly reason: string;
}

/** Opening hours with the days of a closure taken out, for the dates that are looked at. */
export function closedFor(
  hours: OpeningHours,
  closure: Closure | null,
  { from, days }: { from: string; days: number },
): OpeningHours {
  if (closure === null) return hours;
  const dates = Array.from({ length: days }, (_, ahead) => addDays(from, ahead));
  const shut = dates.filter((date) => isClosedOn(closure, date));
  return { ...hours, exceptions: { ...hours.exceptions, ...Object.fromEntries(shut.map((date) => [date, []])) } };
}

export function isClosedOn({ from, until }: Closure, date: string): boolean {
  return from <= date && (until === null || date <= until);
}
