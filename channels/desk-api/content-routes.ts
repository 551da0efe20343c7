import { z } from 'zod';
import { editAnswer, listAnswers } from '../../desk/content/answers.ts';
import { listBanners, postBanner, removeBanner } from '../../desk/content/banners.ts';
import type { DeskParts } from '../../desk/desk-parts.ts';
import { listDeadLetters, retryDeadLetter } from '../../desk/operators/dead-letters.ts';
import { ANSWER_LANGUAGES, type AnswerBook, CONTENT_INTENTS, type ContentIntent } from '../../domain/answers.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  answerEditSchema,
  answerListSchema,
  bannerCreateSchema,
  bannerListSchema,
  bannerSchema,
  deadLetterListSchema,
} from '../../web/protocol/desk/content.ts';
import { type Route, route } from '../route.ts';
import { DONE } from './route-answers.ts';
import { idParams } from './route-params.ts';

const EDIT = RIGHTS['content.edit'];
const RETRY = RIGHTS['dead_letters.retry'];

export interface ContentRoutesGiven {
  readonly parts: DeskParts;
  /** What the profile says, and so what can be edited. */
  readonly answers: AnswerBook;
}

/** What supervisors keep in order: answers, banners, and what could not be delivered. */
export function contentRoutes(given: ContentRoutesGiven): Route[] {
  return [...answerRoutes(given), ...bannerRoutes(given.parts), ...deadLetterRoutes(given.parts)];
}

function answerRoutes({ parts, answers }: ContentRoutesGiven): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/answers',
      summary: 'Every editable answer, the profile’s words beside those edited',
      access: EDIT,
      answer: answerListSchema,
      handle: async () => ({ status: 200, body: await listAnswers(parts, answers) }),
    }),
    route({
      method: 'put',
      path: '/api/desk/answers/{intent}/{language}',
      summary: 'Puts other words in an answer’s place, or with null goes back to the profile’s',
      access: EDIT,
      params: z.strictObject({ intent: z.string().regex(/^[\w.]{1,60}$/), language: z.enum(ANSWER_LANGUAGES) }),
      body: answerEditSchema,
      handle: async ({ caller, params, body }) => {
        const { intent, language } = params;
        if (!isContent(intent)) return { status: 404, code: 'not_found' };
        const edit = { intent, language, text: body.text };
        const outcome = await editAnswer(parts, caller, { book: answers, edit });
        if (outcome.kind === 'edited') return DONE;
        return { status: 422, code: outcome.kind, field: 'body.text', named: outcome.names };
      },
    }),
  ];
}

function isContent(intent: string): intent is ContentIntent {
  return (CONTENT_INTENTS as readonly string[]).includes(intent);
}

function bannerRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/banners',
      summary: 'Banners that stand and the latest that have ended',
      access: EDIT,
      answer: bannerListSchema,
      handle: async () => ({ status: 200, body: { banners: await listBanners(parts) } }),
    }),
    route({
      method: 'post',
      path: '/api/desk/banners',
      summary: 'Posts a banner: the bot says it first to whoever writes',
      access: EDIT,
      body: bannerCreateSchema,
      answer: bannerSchema,
      statuses: [201],
      handle: async ({ caller, body }) => {
        const banner = await postBanner(parts, caller, body);
        return banner ? { status: 201, body: banner } : { status: 422, code: 'in_the_past', field: 'body.untilAt' };
      },
    }),
    route({
      method: 'delete',
      path: '/api/desk/banners/{id}',
      summary: 'Takes a banner away',
      access: EDIT,
      params: idParams,
      handle: async ({ caller, params }) =>
        (await removeBanner(parts, caller, params.id)) ? DONE : { status: 404, code: 'not_found' },
    }),
  ];
}

function deadLetterRoutes(parts: DeskParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/dead-letters',
      summary: 'What could not be handled or delivered',
      access: RETRY,
      answer: deadLetterListSchema,
      handle: async () => ({ status: 200, body: await listDeadLetters(parts) }),
    }),
    route({
      method: 'post',
      path: '/api/desk/dead-letters/{id}/retry',
      summary: 'Has it tried again: conversationId.seq for an inbound message, an outbound one or a webhook by its id',
      access: RETRY,
      params: z.strictObject({ id: z.string().regex(/^[\w-]{1,100}(\.\d{1,15})?$/) }),
      handle: async ({ caller, params }) =>
        (await retryDeadLetter(parts, caller, params.id)) ? DONE : { status: 404, code: 'not_found' },
    }),
  ];
}
