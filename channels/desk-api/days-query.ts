import { z } from 'zod';
import { addDays } from '../../domain/local-time.ts';

const MOST_DAYS = 366;

const day = z
  .string()
  .regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, 'a day such as 2026-11-24')
  .refine((text) => !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) && addDays(text, 0) === text, 'no such day');

/** Local days, both included, beside whatever else a query may ask for. */
export function daysQuery<S extends z.core.$ZodShape>(others: S) {
  return z.strictObject({ ...others, from: day.optional(), to: day.optional() }).refine(
    (query) => {
      const { from, to } = query as { from?: string; to?: string };
      if (from === undefined) return true;
      return to !== undefined && from <= to && addDays(from, MOST_DAYS) > to;
    },
    { path: ['from'], message: `with \`to\`, not after it, and at most ${MOST_DAYS} days` },
  );
}
