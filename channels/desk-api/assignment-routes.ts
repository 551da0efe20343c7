import type { DeskParts } from '../../desk/desk-parts.ts';
import { listCalls } from '../../desk/queue/calls-due.ts';
import { listColleagues, setAvailability } from '../../desk/queue/colleagues.ts';
import { addNote } from '../../desk/sessions/add-note.ts';
import { showSession } from '../../desk/sessions/open-sessions.ts';
import { takeNext } from '../../desk/sessions/take-next.ts';
import { transferSession } from '../../desk/sessions/transfer-session.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  availabilitySchema,
  callListSchema,
  colleagueListSchema,
  messageSentSchema,
  noteSchema,
  sessionDetailSchema,
  transferSchema,
} from '../../web/protocol/desk/session.ts';
import { type Route, route } from '../route.ts';
import { DONE, found, refusal } from './route-answers.ts';
import { idParams } from './route-params.ts';

const SERVE = RIGHTS['conversations.serve'];

/** How conversations come to people and go on to others. */
export function assignmentRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/next-session',
      summary: 'Gives the caller the conversation that is theirs to take next; 404 queue_empty, 409 no_room',
      access: SERVE,
      answer: sessionDetailSchema,
      handle: async ({ caller }) => {
        const outcome = await takeNext(parts, caller);
        if (outcome.kind === 'none') return refusal(outcome.reason);
        return found(await showSession(parts, caller, outcome.sessionId));
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/transfer',
      summary: 'Hands a session on with a note: to somebody at the desk, or to whoever knows the matter',
      access: SERVE,
      params: idParams,
      body: transferSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await transferSession(parts, caller, { sessionId: params.id, ...body });
        return outcome === 'done' ? DONE : refusal(outcome);
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/notes',
      summary: 'Leaves a note that only colleagues see; the same clientId again changes nothing',
      access: SERVE,
      params: idParams,
      body: noteSchema,
      answer: messageSentSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await addNote(parts, caller, { sessionId: params.id, ...body });
        return outcome.kind === 'noted' ? { status: 200, body: { seq: outcome.seq } } : refusal(outcome.reason);
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/colleagues',
      summary: 'Who is at the desk and may serve customers, those with most room first',
      access: SERVE,
      answer: colleagueListSchema,
      handle: async () => ({ status: 200, body: await listColleagues(parts) }),
    }),
    route({
      method: 'get',
      path: '/api/desk/calls',
      summary: 'Customers who were promised a call, those due first',
      access: SERVE,
      answer: callListSchema,
      handle: async ({ caller }) => ({ status: 200, body: await listCalls(parts, caller) }),
    }),
    route({
      method: 'post',
      path: '/api/desk/availability',
      summary: 'Whether new conversations may be given to the caller; what they have stays theirs',
      access: SERVE,
      body: availabilitySchema,
      handle: async ({ caller, body }) => {
        await setAvailability(parts, caller, body.available);
        return DONE;
      },
    }),
  ];
}
