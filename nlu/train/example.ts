import { z } from 'zod';
import { FAULT_CLASSES, HAZARDS, PEOPLE_AT_RISK, SCOPES, SITES } from '../../domain/faults/fault-facts.ts';
import { INTENTS } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';

const faultSchema = z.strictObject({
  class: z.enum(FAULT_CLASSES),
  hazards: z.array(z.enum(HAZARDS)),
  people: z.array(z.enum(PEOPLE_AT_RISK)),
  site: z.array(z.enum(SITES)),
  scope: z.enum(SCOPES),
  no_power: z.boolean(),
});

const slotsSchema = z.strictObject({
  account_number: z.string().optional(),
  phone: z.string().optional(),
  address: z.string().optional(),
  since: z.string().optional(),
  amount: z.number().optional(),
  month: z.string().optional(),
});

/** One labelled message, as a line of nlu/data holds it. */
export const exampleSchema = z.strictObject({
  text: z.string().min(1),
  language: z.enum(LANGUAGES),
  intent: z.enum(INTENTS),
  /** Who speaks: development figures hold out whole voices. */
  voice: z.string().min(1),
  slots: slotsSchema,
  fault: faultSchema.nullable(),
});

export type Example = z.infer<typeof exampleSchema>;
