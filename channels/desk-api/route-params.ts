import { z } from 'zod';

/** Ids of ours: nothing that an engine could choke on. */
export const idSchema = z.string().regex(/^[\w-]{1,100}$/);
export const idParams = z.strictObject({ id: idSchema });

/** A whole number in a query string. */
export function wholeNumber(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,16}$/)
    .transform(Number)
    .pipe(z.number().int().min(least).max(most));
}
