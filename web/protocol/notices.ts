import { z } from 'zod';

/**
 * Events that wake the bot so that it tells customers something unasked. They stand in the transcript as the system's, are
 * shown to nobody, and are believed only where the system wrote them.
 */
export const TICKET_NEWS = 'ticket.news';
export const LIFE_SUPPORT_CHECK = 'life_support.check';
export const SUPPLY_QUESTION = 'supply.question';

const eta = z.object({ at: z.number(), source: z.string(), setAt: z.number() });

export const ticketNewsSchema = z.object({
  matters: z
    .array(
      z.object({
        ticketId: z.string(),
        number: z.string(),
        place: z.string().nullable(),
        /** Supply was out; else something else was wrong with it. */
        noPower: z.boolean(),
        news: z.object({
          stage: z.enum(['accepted', 'crew', 'restored', 'resumed']).optional(),
          eta: z
            .union([z.object({ kind: z.enum(['set', 'changed']), eta }), z.object({ kind: z.literal('withdrawn') })])
            .optional(),
        }),
      }),
    )
    .min(1),
  danger: z.boolean(),
  /** They are told at night already. */
  atNight: z.boolean(),
});
export type TicketNews = z.infer<typeof ticketNewsSchema>;

export const lifeSupportCheckSchema = z.object({
  accountId: z.string(),
  causeId: z.string(),
  address: z.string(),
  /** After so many minutes without an answer a colleague calls. */
  callMinutes: z.number(),
});
export type LifeSupportCheck = z.infer<typeof lifeSupportCheckSchema>;

/** Has the bot ask whether there is power; whether it is still to be asked stands in the store. */
export const supplyQuestionSchema = z.object({ questionId: z.string(), address: z.string() });
export type SupplyQuestionAsked = z.infer<typeof supplyQuestionSchema>;
