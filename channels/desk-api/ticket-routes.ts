import { z } from 'zod';
import type { DeskParts } from '../../desk/desk-parts.ts';
import {
  chaseTicket,
  moveTicket,
  setResponsible,
  setZone,
  type TicketOutcome,
} from '../../desk/tickets/change-ticket.ts';
import { listNotices, seeNotice } from '../../desk/tickets/notices.ts';
import { listTickets, showTicket } from '../../desk/tickets/tickets.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  TICKET_STATES,
  ticketChaseSchema,
  ticketDetailSchema,
  ticketListSchema,
  ticketMoveSchema,
  ticketNoticeListSchema,
  ticketResponsibleSchema,
  ticketSeenSchema,
  ticketZoneSchema,
} from '../../web/protocol/desk/ticket.ts';
import { type Route, route } from '../route.ts';
import { DONE, found, refusal } from './route-answers.ts';
import { wholeNumber } from './route-params.ts';

const ticketQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  state: z.enum(TICKET_STATES).optional(),
  severity: z.enum(['P1', 'P2', 'P3', 'P4']).optional(),
  /** Only those that the caller is responsible for. */
  mine: z.enum(['true', 'false']).optional(),
  /** Open ones of which a clock is near its end, or over; `breached`: over. */
  clock: z.enum(['at_risk', 'breached']).optional(),
  limit: wholeNumber(1, 200).default(50),
});

const numberParams = z.strictObject({ number: z.string().regex(/^\w{1,40}$/) });

/** Tickets at the desk: looking at them, moving them on, who is responsible, and word of clocks that run out. */
export function ticketRoutes(parts: DeskParts): Route[] {
  return [...readingRoutes(parts), ...workingRoutes(parts), ...noticeRoutes(parts)];
}

function readingRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/tickets',
      summary: 'Trouble tickets and requests, newest first, a page at a time',
      access: RIGHTS['tickets.read'],
      query: ticketQuery,
      answer: ticketListSchema,
      handle: async ({ caller, query }) => {
        const list = await listTickets(parts, caller, { ...query, mine: query.mine === 'true' });
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/tickets/{number}',
      summary: 'A ticket and what happened to it',
      access: RIGHTS['tickets.read'],
      params: numberParams,
      answer: ticketDetailSchema,
      handle: async ({ caller, params }) => found(await showTicket(parts, caller, params.number)),
    }),
  ];
}

function workingRoutes(parts: DeskParts): Route[] {
  const work = { access: RIGHTS['tickets.work'], params: numberParams };
  return [
    route({
      ...work,
      method: 'post',
      path: '/api/desk/tickets/{number}/moves',
      summary: 'Moves a ticket to another state; 409 ticket_changed where somebody was faster',
      body: ticketMoveSchema,
      handle: async ({ caller, params, body }) => answerTo(await moveTicket(parts, caller, { ...params, ...body })),
    }),
    route({
      ...work,
      method: 'post',
      path: '/api/desk/tickets/{number}/responsible',
      summary: 'Makes somebody responsible for a ticket in place of whoever was',
      body: ticketResponsibleSchema,
      handle: async ({ caller, params, body }) => answerTo(await setResponsible(parts, caller, { ...params, ...body })),
    }),
    route({
      ...work,
      method: 'post',
      path: '/api/desk/tickets/{number}/zone',
      summary: 'Says whether a place is urban, rural or remote, by which its service standards go',
      body: ticketZoneSchema,
      handle: async ({ caller, params, body }) => answerTo(await setZone(parts, caller, { ...params, ...body })),
    }),
    route({
      ...work,
      method: 'post',
      path: '/api/desk/tickets/{number}/chases',
      summary: 'Counts that the customer has chased a ticket up',
      body: ticketChaseSchema,
      handle: async ({ caller, params, body }) => answerTo(await chaseTicket(parts, caller, { ...params, ...body })),
    }),
  ];
}

function noticeRoutes(parts: DeskParts): Route[] {
  const read = { access: RIGHTS['tickets.read'] };
  return [
    route({
      ...read,
      method: 'get',
      path: '/api/desk/notices',
      summary: 'What the caller is told of clocks that run out and has not seen yet, the latest first',
      answer: ticketNoticeListSchema,
      handle: async ({ caller }) => ({ status: 200, body: { notices: await listNotices(parts, caller) } }),
    }),
    route({
      ...read,
      method: 'post',
      path: '/api/desk/tickets/{number}/seen',
      summary: 'The caller has seen what they are told of a clock',
      params: numberParams,
      body: ticketSeenSchema,
      handle: async ({ caller, params, body }) =>
        (await seeNotice(parts, caller, { ...params, ...body })) ? DONE : refusal('unknown_ticket'),
    }),
  ];
}

function answerTo(outcome: TicketOutcome) {
  return outcome === 'done' ? DONE : refusal(outcome);
}
