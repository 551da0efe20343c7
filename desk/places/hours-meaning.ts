import { parseOpeningHours } from '../../store/places/parse-opening-hours.ts';
import type { HoursMeaning } from '../../web/protocol/desk/place.ts';
import type { PlaceParts } from './place-parts.ts';

/** What opening hours mean, so that whoever types them sees it: a week, and the days ahead that differ. */
export function hoursMeaning({ terms }: Pick<PlaceParts, 'terms'>, syntax: string): HoursMeaning {
  const parsed = parseOpeningHours(syntax, terms().calendar);
  if (!parsed.ok) return { week: null, exceptions: [], problem: parsed.problem };
  const { week, exceptions } = parsed.hours;
  return {
    week: week.map((day) => [...day]),
    exceptions: Object.entries(exceptions).map(([date, intervals]) => ({ date, intervals: [...intervals] })),
    problem: null,
  };
}
