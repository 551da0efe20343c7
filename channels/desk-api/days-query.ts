import { z } from 'zod';
import { addDays } from '../../domain/local-time.ts';

const MOST_DAYS = 366;

const day = z.string().refine(isDay, 'a day such as 2026-11-24');

/** Local days, both included, beside whatever else a query may ask for. */
export function daysQuery<S extends z.core.$ZodShape>(others: S) {
  return z.strictObject({ ...others, from: day.optional(), to: day.optional() }).refine(
    (query) => {
      const { from, to } = query as { from?: string; to?: string };
      // This is asked of days that are none, too; they have been refused already.
      if (from === undefined || !isDay(from)) return true;
      return to !== undefined && (!isDay(to) || (from <= to && addDays(from, MOST_DAYS) > to));
    },
    { path: ['from'], message: `with \`to\`, not after it, and at most ${MOST_DAYS} days` },
  );
}

function isDay(text: string): boolean {
  if (!/^(19|20|21)\d\d-\d\d-\d\d$/.test(text)) return false;
  return !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text;
}
