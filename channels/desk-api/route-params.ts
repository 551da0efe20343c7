import { z } from 'zod';

/** Ids of ours: nothing that an engine could choke on. */
export const idSchema = z.string().regex(/^[\w-]{1,100}$/);
/** Where a page ends, as it was answered with the page. */
export const cursorSchema = z.string().regex(/^[\w-]{1,300}$/);
export const idParams = z.strictObject({ id: idSchema });

/** A whole number in a query string. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
}
