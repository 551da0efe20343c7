import { z } from 'zod';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { addDuty, changeDuty, type DutyRefusal, removeDuty, showRoster } from '../../desk/roster/roster.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { dutyEditSchema, dutySchema, rosterSchema } from '../../web/protocol/desk/roster.ts';
import { type Route, route } from '../route.ts';
import { daysQuery } from './days-query.ts';
import { DONE, refusal } from './route-answers.ts';

const idParams = z.strictObject({ id: z.string().min(1).max(100) });
const EDIT = RIGHTS['roster.edit'];

/** The roster of who is on duty for what. */
export function rosterRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/roster',
      summary: 'Who is on duty for which queue, over local days; the coming fortnight where none are given',
      access: RIGHTS['roster.read'],
      query: daysQuery({}),
      answer: rosterSchema,
      handle: async ({ caller, query }) => ({ status: 200, body: await showRoster(parts, caller, query) }),
    }),
    route({
      method: 'post',
      path: '/api/desk/roster',
      summary: 'Puts somebody on duty for a queue',
      access: EDIT,
      body: dutyEditSchema,
      answer: dutySchema,
      statuses: [201],
      handle: async ({ caller, body }) => {
        const duty = await addDuty(parts, caller, body);
        return typeof duty === 'string' ? refused(duty) : { status: 201, body: duty };
      },
    }),
    route({
      method: 'put',
      path: '/api/desk/roster/{id}',
      summary: 'Puts another shift in the place of one',
      access: EDIT,
      params: idParams,
      body: dutyEditSchema,
      answer: dutySchema,
      handle: async ({ caller, params, body }) => {
        const duty = await changeDuty(parts, caller, { ...params, edit: body });
        return typeof duty === 'string' ? refused(duty) : { status: 200, body: duty };
      },
    }),
    route({
      method: 'delete',
      path: '/api/desk/roster/{id}',
      summary: 'Takes a shift off the roster',
      access: EDIT,
      params: idParams,
      handle: async ({ caller, params }) => {
        const outcome = await removeDuty(parts, caller, params.id);
        return outcome === 'done' ? DONE : refused(outcome);
      },
    }),
  ];
}

function refused(reason: DutyRefusal) {
  switch (reason) {
    case 'unknown_duty':
      return refusal(reason);
    case 'unknown_staff':
      return { status: 422, code: reason, field: 'body.staffId' } as const;
    case 'not_after_from':
      return { status: 422, code: reason, field: 'body.until' } as const;
  }
}
