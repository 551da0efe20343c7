import { z } from 'zod';

/** `GET /api/desk/sessions/{id}/replies`: canned replies in the customer's language and script, those that fit best first. */
export const sessionRepliesSchema = z.object({
  /** Three at most, by id, the best first; why, as codes. */
  suggested: z.array(
    z.object({
      id: z.string(),
      reasons: z.array(z.enum(['opening', 'closing', 'danger', 'matter', 'mood', 'often_used'])),
    }),
  ),
  replies: z.array(
    z.object({
      id: z.string(),
      skill: z.enum(['fault', 'billing', 'complaint', 'general']),
      title: z.object({ zh: z.string(), en: z.string() }),
      /** With variables in braces. */
      text: z.string(),
    }),
  ),
});
export type SessionReplies = z.infer<typeof sessionRepliesSchema>;

const fen = z.number().int();

/** `GET /api/desk/sessions/{id}/bills`: what whoever serves needs to know of the account that the customer has shown to be theirs. */
export const sessionBillsSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('known'),
    /** When the billing system said it, where it does not answer now; else null. */
    keptAt: z.number().nullable(),
    disconnected: z.boolean(),
    /** Today, late fee included. */
    owedFen: fen,
    lateFeeFen: fen,
    /** YYYY-MM-DD of what is due next; null where nothing is. */
    nextDueDate: z.string().nullable(),
    /** Newest first, three at most. */
    bills: z.array(
      z.object({ period: z.string(), kwh: z.number(), estimated: z.boolean(), amountFen: fen, paidFen: fen }),
    ),
  }),
  /** The customer has not shown whose account it is: nobody looks at one for them. */
  z.object({ kind: z.literal('not_verified') }),
  z.object({ kind: z.literal('unreachable') }),
]);
export type SessionBills = z.infer<typeof sessionBillsSchema>;
