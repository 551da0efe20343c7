import { z } from 'zod';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { listCandidates, showCandidate } from '../../desk/learning/candidates.ts';
import { correctUnderstanding } from '../../desk/learning/correct-understanding.ts';
import {
  type DecisionOutcome,
  discardCandidate,
  labelCandidate,
  reopenCandidate,
} from '../../desk/learning/decide-candidate.ts';
import { labelSchema } from '../../desk/learning/label.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { FAULT_CLASSES } from '../../domain/faults/fault-facts.ts';
import { SEVERITIES } from '../../domain/faults/severity.ts';
import { INTENTS } from '../../domain/intent.ts';
import { LANGUAGES } from '../../domain/language.ts';
import { CANDIDATE_REASONS, CANDIDATE_STATES, CORRECTION_REASONS } from '../../domain/learning/candidate.ts';
import { learningItemSchema, learningListSchema } from '../../web/protocol/desk/learning.ts';
import { type Route, type RouteAnswer, route } from '../route.ts';
import { DONE, found, refusal } from './route-answers.ts';
import { idParams, wholeNumber } from './route-params.ts';

const REVIEW = RIGHTS['learning.review'];

const candidateQuery = z.strictObject({
  cursor: z
    .string()
    .regex(/^[\w-]{1,200}$/)
    .optional(),
  state: z.enum(CANDIDATE_STATES).default('open'),
  reason: z.enum(CANDIDATE_REASONS).optional(),
  language: z.enum(LANGUAGES).optional(),
  intent: z.enum(INTENTS).optional(),
  limit: wholeNumber(1, 200).default(50),
});

/** Learning from use: what was not understood is reviewed and labelled; what was taken wrongly is put right. */
export function learningRoutes(parts: DeskParts): Route[] {
  return [...readingRoutes(parts), ...decisionRoutes(parts), correctionRoute(parts)];
}

function readingRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/learning',
      summary: 'Messages to learn from, without what is personal in them: what is said most first, a page at a time',
      access: REVIEW,
      query: candidateQuery,
      answer: learningListSchema,
      handle: async ({ caller, query }) => {
        const list = await listCandidates(parts, caller, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/learning/{id}',
      summary: 'One message to learn from',
      access: REVIEW,
      params: idParams,
      answer: learningItemSchema,
      handle: async ({ caller, params }) => found(await showCandidate(parts, caller, params.id)),
    }),
  ];
}

function decisionRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'post',
      path: '/api/desk/learning/{id}/label',
      summary: 'Says what an open message means; 409 already_decided where somebody was faster',
      access: REVIEW,
      params: idParams,
      body: labelSchema,
      handle: async ({ caller, params, body }) =>
        decided(await labelCandidate(parts, caller, { id: params.id, label: body })),
    }),
    route({
      method: 'post',
      path: '/api/desk/learning/{id}/discard',
      summary: 'Sets an open message aside: it teaches nothing',
      access: REVIEW,
      params: idParams,
      handle: async ({ caller, params }) => decided(await discardCandidate(parts, caller, params.id)),
    }),
    route({
      method: 'post',
      path: '/api/desk/learning/{id}/reopen',
      summary: 'Takes a decision about a message back',
      access: REVIEW,
      params: idParams,
      handle: async ({ caller, params }) => decided(await reopenCandidate(parts, caller, params.id)),
    }),
  ];
}

function decided(outcome: DecisionOutcome): RouteAnswer<never> {
  switch (outcome.kind) {
    case 'done':
      return DONE;
    case 'unknown_candidate':
      return { status: 404, code: 'not_found' };
    case 'already_decided':
      return { status: 409, code: 'already_decided' };
    case 'slot_not_in_text':
      return { status: 422, code: 'slot_not_in_text', field: `body.slots.${outcome.slot}` };
  }
}

const correctionSchema = z
  .strictObject({
    seq: z.number().int().min(1).max(Number.MAX_SAFE_INTEGER),
    intent: z.enum(INTENTS).optional(),
    severity: z.enum(SEVERITIES).optional(),
    class: z.enum(FAULT_CLASSES).optional(),
    why: z.enum(CORRECTION_REASONS),
    note: z.string().trim().max(500).optional(),
  })
  .refine(({ intent, severity, class: klass }) => intent ?? severity ?? klass, { path: ['intent'] });

function correctionRoute(parts: DeskParts): Route {
  return route({
    method: 'post',
    path: '/api/desk/sessions/{id}/corrections',
    summary: 'Puts right what the bot has made of a customer’s message: intent, severity or class of fault, and why',
    access: RIGHTS['understanding.correct'],
    params: idParams,
    body: correctionSchema,
    handle: async ({ caller, params, body }) => {
      const { seq, why, note, intent, severity, class: klass } = body;
      const right = {
        ...(intent ? { intent } : {}),
        ...(severity ? { severity } : {}),
        ...(klass ? { class: klass } : {}),
      };
      const outcome = await correctUnderstanding(parts, caller, { sessionId: params.id, seq, right, why, note });
      return outcome === 'corrected' ? DONE : refusal(outcome);
    },
  });
}
