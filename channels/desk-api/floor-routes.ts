import { acknowledgeAlert, openFloorAlerts } from '../../desk/floor/floor-alerts.ts';
import type { FloorParts } from '../../desk/floor/floor-parts.ts';
import { listenTo } from '../../desk/floor/listening.ts';
import { reassign } from '../../desk/floor/reassign.ts';
import { showFloor } from '../../desk/floor/show-floor.ts';
import { takeOver } from '../../desk/floor/take-over.ts';
import { hearWords, listWords } from '../../desk/floor/tell-staff.ts';
import { whisper } from '../../desk/floor/whisper.ts';
import { showSession } from '../../desk/sessions/open-sessions.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  floorAlertListSchema,
  floorSchema,
  heardSchema,
  listeningSchema,
  reassignSchema,
  staffWordListSchema,
  takeOverSchema,
  whisperSchema,
} from '../../web/protocol/desk/floor.ts';
import { messageSentSchema, sessionDetailSchema } from '../../web/protocol/desk/session.ts';
import { type Route, route } from '../route.ts';
import { DONE, found, refusal } from './route-answers.ts';
import { idParams } from './route-params.ts';

const READ = RIGHTS['floor.read'];
const ACT = RIGHTS['floor.act'];
const LOOK = RIGHTS['conversations.read'];
const SERVE = RIGHTS['conversations.serve'];

/** The floor: how things stand, listening, whispering, stepping in, and thresholds that were crossed. */
export function floorRoutes(parts: FloorParts): Route[] {
  return [...lookingRoutes(parts), ...steppingInRoutes(parts), ...wordRoutes(parts)];
}

function lookingRoutes(parts: FloorParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/floor',
      summary: 'Who is on and with what, what waits, which clocks run out, and which thresholds were crossed',
      access: READ,
      answer: floorSchema,
      handle: async ({ caller }) => ({ status: 200, body: await showFloor(parts, caller) }),
    }),
    route({
      method: 'get',
      path: '/api/desk/floor/alerts',
      summary: 'Thresholds that were crossed and nobody has acknowledged yet',
      access: READ,
      answer: floorAlertListSchema,
      handle: async () => ({ status: 200, body: { alerts: await openFloorAlerts(parts) } }),
    }),
    route({
      method: 'post',
      path: '/api/desk/floor/alerts/{id}/acknowledge',
      summary: 'The caller answers for an alert; 409 already_acknowledged where somebody else does',
      access: ACT,
      params: idParams,
      handle: async ({ caller, params }) => {
        const outcome = await acknowledgeAlert(parts, caller, params.id);
        return outcome === 'done' ? DONE : refusal(outcome);
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/listening',
      summary: 'The caller looks on while somebody serves, or has ceased to; sent again and again meanwhile',
      access: READ,
      params: idParams,
      body: listeningSchema,
      handle: async ({ caller, params, body }) =>
        (await listenTo(parts, caller, { sessionId: params.id, ...body })) ? DONE : refusal('unknown_session'),
    }),
  ];
}

function steppingInRoutes(parts: FloorParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/take-over',
      summary: 'Makes a session the caller’s, from whoever has it',
      access: ACT,
      params: idParams,
      body: takeOverSchema,
      answer: sessionDetailSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await takeOver(parts, caller, { sessionId: params.id, ...body });
        if (outcome !== 'taken' && outcome !== 'already_yours') return refusal(outcome);
        return found(await showSession(parts, caller, params.id));
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/reassign',
      summary: 'Hands a session on, whoever has it; 409 no_room unless a reason to give more is named',
      access: ACT,
      params: idParams,
      body: reassignSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await reassign(parts, caller, { sessionId: params.id, ...body });
        return outcome === 'done' ? DONE : refusal(outcome);
      },
    }),
  ];
}

function wordRoutes(parts: FloorParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/whispers',
      summary: 'Says something to whoever serves, or from them back to the supervisor; never to the customer',
      access: SERVE,
      params: idParams,
      body: whisperSchema,
      answer: messageSentSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await whisper(parts, caller, { sessionId: params.id, ...body });
        return outcome.kind === 'whispered' ? { status: 200, body: { seq: outcome.seq } } : refusal(outcome.reason);
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/words',
      summary: 'What colleagues said to the caller, or did with what was theirs, and they have not seen yet',
      access: LOOK,
      answer: staffWordListSchema,
      handle: async ({ caller }) => ({ status: 200, body: await listWords(parts, caller) }),
    }),
    route({
      method: 'post',
      path: '/api/desk/conversations/{id}/heard',
      summary: 'The caller has seen what colleagues said to them in a conversation, up to a seq',
      access: LOOK,
      params: idParams,
      body: heardSchema,
      handle: async ({ caller, params, body }) => {
        await hearWords(parts, caller, { conversationId: params.id, seq: body.seq });
        return DONE;
      },
    }),
  ];
}
