import { z } from 'zod';

const severity = z.enum(['P1', 'P2', 'P3', 'P4']);

/** In the order of a ticket's life. */
export const TICKET_STATES = [
  'received',
  'dispatched',
  'accepted',
  'arrived',
  'repaired',
  'called_back',
  'closed',
  'returned',
  'cancelled',
] as const;

export const ticketItemSchema = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: z.string(),
  severity,
  reasons: z.array(z.string()),
  place: z.string().nullable(),
  since: z.string().nullable(),
  phone: z.string().nullable(),
  description: z.string(),
  conversationId: z.string().nullable(),
  sessionId: z.string().nullable(),
  responsible: z.string(),
  language: z.string().nullable(),
  createdAt: z.number(),
  updatedAt: z.number(),
});
export type TicketItem = z.infer<typeof ticketItemSchema>;

export const ticketListSchema = z.object({
  tickets: z.array(ticketItemSchema),
  /** Pass as `cursor` for the next page; null at the end. */
  next: z.string().nullable(),
});
export type TicketList = z.infer<typeof ticketListSchema>;

export const ticketDetailSchema = z.object({
  ticket: ticketItemSchema,
  /** FaultFacts, for faults. */
  facts: z.record(z.string(), z.unknown()).nullable(),
  history: z.array(
    z.object({
      seq: z.number(),
      at: z.number(),
      actor: z.string(),
      type: z.string(),
      data: z.record(z.string(), z.unknown()),
    }),
  ),
});
export type TicketDetail = z.infer<typeof ticketDetailSchema>;
