import { z } from 'zod';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { listSessions, showSession } from '../../desk/sessions/open-sessions.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { sendMessage } from '../../desk/sessions/send-message.ts';
import { showRead, showTyping } from '../../desk/sessions/show-presence.ts';
import { readTranscript } from '../../desk/sessions/transcript-page.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  agentMessageSchema,
  closeSchema,
  messageSentSchema,
  readMarkSchema,
  releaseSchema,
  sessionDetailSchema,
  sessionListSchema,
  transcriptPageSchema,
} from '../../web/protocol/desk/session.ts';
import { type Route, route } from '../route.ts';
import { atTheDesk } from './desk-attachments.ts';
import { DONE, found, refusal } from './route-answers.ts';
import { idParams, wholeNumber } from './route-params.ts';

const READ = RIGHTS['conversations.read'];
const SERVE = RIGHTS['conversations.serve'];

/** Conversations at the desk: looking at them, taking them over, writing, giving them back. */
export function sessionRoutes(parts: DeskParts): Route[] {
  return [...readingRoutes(parts), ...ownershipRoutes(parts), ...writingRoutes(parts)];
}

const stretchQuery = z
  .strictObject({
    before: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
    after: wholeNumber(0, Number.MAX_SAFE_INTEGER).optional(),
    limit: wholeNumber(1, 200).default(50),
  })
  .refine(({ before, after }) => before === undefined || after === undefined, { path: ['after'] });

function readingRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/sessions',
      summary: 'The queue in the order of serving, one’s own sessions and what else is open',
      access: READ,
      answer: sessionListSchema,
      handle: async ({ caller }) => ({ status: 200, body: await listSessions(parts, caller) }),
    }),
    route({
      method: 'get',
      path: '/api/desk/sessions/{id}',
      summary: 'A session with its story',
      access: READ,
      params: idParams,
      answer: sessionDetailSchema,
      handle: async ({ caller, params }) => found(await showSession(parts, caller, params.id)),
    }),
    route({
      method: 'get',
      path: '/api/desk/conversations/{id}/activities',
      summary: 'A stretch of a transcript, oldest first: before or after a seq, or the newest',
      access: READ,
      params: idParams,
      query: stretchQuery,
      answer: transcriptPageSchema,
      handle: async ({ caller, params, query }) => {
        const page = await readTranscript(parts, caller, { conversationId: params.id, ...query });
        return found(page && { ...page, rows: page.rows.map(atTheDesk) });
      },
    }),
  ];
}

function ownershipRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/claim',
      summary: 'Takes a session over; 409 already_claimed where somebody was faster',
      access: SERVE,
      params: idParams,
      answer: sessionDetailSchema,
      handle: async ({ caller, params }) => {
        const outcome = await claimSession(parts, caller, params.id);
        if (outcome !== 'claimed' && outcome !== 'already_yours') return refusal(outcome);
        return found(await showSession(parts, caller, params.id));
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/release',
      summary: 'Gives a session back to the bot or to the queue',
      access: SERVE,
      params: idParams,
      body: releaseSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await releaseSession(parts, caller, { sessionId: params.id, ...body });
        return outcome === 'done' ? DONE : refusal(outcome);
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/close',
      summary: 'Closes a session; the customer is asked for a rating',
      access: SERVE,
      params: idParams,
      body: closeSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await closeSession(parts, caller, { sessionId: params.id, ...body });
        return outcome === 'done' ? DONE : refusal(outcome);
      },
    }),
  ];
}

function writingRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/messages',
      summary: 'Writes to the customer; the same clientId again changes nothing',
      access: SERVE,
      params: idParams,
      body: agentMessageSchema,
      answer: messageSentSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await sendMessage(parts, caller, { sessionId: params.id, ...body });
        return outcome.kind === 'sent' ? { status: 200, body: { seq: outcome.seq } } : refusal(outcome.reason);
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/typing',
      summary: 'Lets the customer see that the owner is writing',
      access: SERVE,
      params: idParams,
      handle: async ({ caller, params }) => {
        const outcome = await showTyping(parts, caller, params.id);
        return outcome === 'shown' ? DONE : refusal(outcome);
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/sessions/{id}/read',
      summary: 'Lets the customer see how far the owner has read',
      access: READ,
      params: idParams,
      body: readMarkSchema,
      handle: async ({ caller, params, body }) => {
        const outcome = await showRead(parts, caller, { sessionId: params.id, seq: body.seq });
        // Whoever looks on reads too; only the owner's reading is the customer's to see.
        return outcome === 'unknown_session' ? refusal(outcome) : DONE;
      },
    }),
  ];
}
