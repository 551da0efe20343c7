import { z } from 'zod';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { listTickets, showTicket } from '../../desk/tickets/tickets.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { TICKET_STATES, ticketDetailSchema, ticketListSchema } from '../../web/protocol/desk/ticket.ts';
import { type Route, route } from '../route.ts';
import { found } from './route-answers.ts';
import { wholeNumber } from './route-params.ts';

const ticketQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  state: z.enum(TICKET_STATES).optional(),
  severity: z.enum(['P1', 'P2', 'P3', 'P4']).optional(),
  limit: wholeNumber(1, 200).default(50),
});

export function ticketRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/tickets',
      summary: 'Trouble tickets and requests, newest first, a page at a time',
      access: RIGHTS['tickets.read'],
      query: ticketQuery,
      answer: ticketListSchema,
      handle: async ({ caller, query }) => {
        const list = await listTickets(parts, caller, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/tickets/{number}',
      summary: 'A ticket and what happened to it',
      access: RIGHTS['tickets.read'],
      params: z.strictObject({ number: z.string().regex(/^\w{1,40}$/) }),
      answer: ticketDetailSchema,
      handle: async ({ caller, params }) => found(await showTicket(parts, caller, params.number)),
    }),
  ];
}
