import { z } from 'zod';

const count = z.number().int();
const index = z.number().nullable();

const figures = z.object({
  interruptions: count,
  customers: count,
  customerMinutes: z.number(),
  saifi: index,
  /** Minutes. */
  saidi: index,
  /** Minutes. */
  caidi: index,
});

const row = z.object({
  unplanned: figures,
  planned: figures,
  /** Too short for the indices. */
  momentary: z.object({ interruptions: count, customers: count }),
});

/** Answer of `GET /api/desk/reliability`: SAIFI, SAIDI and CAIDI by IEEE Std 1366. Months are YYYY-MM. */
export const reliabilitySchema = z.object({
  from: z.string(),
  to: z.string(),
  /** The town asked for; null for all. */
  town: z.string().nullable(),
  sustainedAfterMinutes: z.number(),
  customersServed: count,
  total: row,
  months: z.array(row.extend({ month: z.string() })),
  /** All towns with customers, whichever was asked for. */
  towns: z.array(
    row.extend({
      code: z.string(),
      name: z.object({ zh: z.string(), en: z.string() }),
      customersServed: count,
    }),
  ),
});
export type Reliability = z.infer<typeof reliabilitySchema>;
export type ReliabilityRow = z.infer<typeof row>;
