import { z } from 'zod';

/**
 * What a utility's customer information system answers when it is asked about an account:
 *
 *     GET {BILLING_URL}/accounts/{number}/record?bills=60&payments=12   → accountRecordSchema
 *
 * Money is whole fen, prices are exact decimals in yuan a kWh, moments are RFC 3339 with their offset. Fields that are not
 * named here are ignored.
 */
const moment = z.iso.datetime({ offset: true }).max(40);
const fen = z.number().int();
const wholeKwh = z.number().int();
const code = z.string().regex(/^[a-z0-9_]{1,40}$/);
const period = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
const tariff = z.enum(['residential_tiered', 'residential_tou', 'commercial']);
const line = z
  .string()
  .trim()
  .min(1)
  .max(300)
  .regex(/^\P{Cc}*$/u);

const billLine = z.object({
  code: code.meta({
    description:
      'tier1, tier2_surcharge, energy, peak, flat, valley, critical_peak, free, minimum, rounding, late_fee, correction; any other is shown as “other”',
  }),
  kwh: wholeKwh.nullable(),
  price: z
    .string()
    .regex(/^\d{1,4}(\.\d{1,10})?$/)
    .max(20)
    .nullable()
    .meta({ description: 'Yuan a kWh, exact' }),
  amountFen: fen.meta({ description: 'May be negative' }),
});

const bill = z
  .object({
    id: z.string().regex(/^[\w.:-]{1,100}$/),
    period: period.meta({ description: 'YYYY-MM' }),
    from: moment,
    to: moment.meta({ description: 'Excluded' }),
    readingFrom: wholeKwh.nonnegative(),
    readingTo: wholeKwh.nonnegative(),
    estimated: z.boolean().meta({ description: 'The reading at its end was estimated' }),
    kwh: wholeKwh.nonnegative(),
    tariff: tariff.meta({ description: 'That the bill was made by' }),
    amountFen: fen,
    paidFen: fen.nonnegative(),
    issuedAt: moment,
    dueAt: moment.meta({ description: 'The last moment at which it is paid in time' }),
    lines: z.array(billLine).max(60).meta({ description: 'As they stand on the bill; they add up to amountFen' }),
  })
  .refine(({ from, to }) => Date.parse(from) < Date.parse(to), { path: ['to'], message: 'must be after from' })
  .refine(({ lines, amountFen }) => lines.reduce((sum, { amountFen: part }) => sum + part, 0) === amountFen, {
    path: ['lines'],
    message: 'must add up to amountFen',
  });

const payment = z.object({
  at: moment,
  amountFen: fen,
  method: code.meta({ description: 'A payment method of the profile' }),
  period: period.nullable().meta({ description: 'Of the bill that it was taken for' }),
});

/** All that is on record about an account, from one moment. */
export const accountRecordSchema = z.object({
  account: z.object({
    number: z
      .string()
      .regex(/^\d{8,16}$/)
      .meta({ description: 'The one that was asked about, else the answer is refused' }),
    tariff,
    freeKwh: z.boolean().meta({ description: 'The household gets the tariff’s free kWh' }),
    state: z.enum(['active', 'disconnected', 'closed']).meta({ description: 'disconnected: cut off for arrears' }),
    address: line.meta({ description: 'Where it is supplied' }),
    position: z
      .object({ lat: z.number().min(-90).max(90), lon: z.number().min(-180).max(180) })
      .nullish()
      .meta({ description: 'WGS-84, where it is known' }),
  }),
  bills: z
    .array(bill)
    .max(60)
    .refine(
      (all) => all.every(({ period }, at) => at === 0 || period < (all[at - 1]?.period ?? '')),
      'must stand newest first, one a period',
    )
    .meta({ description: 'Newest period first, one a period' }),
  payments: z
    .array(payment)
    .max(12)
    .refine(
      (all) => all.every(({ at }, index) => index === 0 || Date.parse(at) <= Date.parse(all[index - 1]?.at ?? '')),
      'must stand newest first',
    )
    .meta({ description: 'That came in, newest first' }),
});
export type AccountRecord = z.infer<typeof accountRecordSchema>;
