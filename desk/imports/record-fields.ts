import { z } from 'zod';
import { momentOf } from '../../domain/local-time.ts';

// The messages are codes of problems, which strings/import has words for.

/** Text of one line, so long at most. */
export function textField(most: number) {
  return z
    .string()
    .trim()
    .max(most, 'too_long')
    .refine((text) => !/\p{Cc}/u.test(text), 'control_character');
}

/** A number, in CSV as text. */
export function numberField(least: number, most: number) {
  return z
    .union(
      [
        z.number(),
        z
          .string()
          .regex(/^-?\d{1,9}(\.\d{1,15})?$/)
          .transform(Number),
      ],
      'not_a_number',
    )
    .pipe(z.number().min(least, 'out_of_range').max(most, 'out_of_range'));
}

/** Yes or no, in CSV as a word or a figure. */
export function yesNoField() {
  return z.union(
    [
      z.boolean(),
      z.enum(['yes', 'true', '1', '是']).transform(() => true),
      z.enum(['no', 'false', '0', '否']).transform(() => false),
    ],
    'not_yes_or_no',
  );
}

/** A moment, milliseconds since 1970: with its offset, or as the clock on the wall shows it in the zone. */
export function timeField(timeZone: string) {
  return z.string().transform((text, context) => {
    const at = momentIn(text, timeZone);
    if (at !== null) return at;
    context.addIssue({ code: 'custom', message: 'not_a_time' });
    return z.NEVER;
  });
}

/** The slashes and the missing zeros are how spreadsheets write times. */
const TIME = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})[T ](\d{1,2}):(\d{2})(?::\d{2}(?:\.\d{1,6})?)?(Z|[+-]\d{2}:\d{2})?$/;
const date = z.iso.date();

function momentIn(text: string, timeZone: string): number | null {
  const [, year = '', month = '', day = '', hour = '', minute = '', offset] = TIME.exec(text) ?? [];
  const parsed = date.safeParse(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  if (!parsed.success || Number(hour) > 23 || Number(minute) > 59) return null;
  if (offset === undefined)
    return momentOf({ date: parsed.data, minute: Number(hour) * 60 + Number(minute) }, timeZone);
  const at = Date.parse(`${parsed.data}T${hour.padStart(2, '0')}:${minute}:00${offset}`);
  return Number.isNaN(at) ? null : at;
}
