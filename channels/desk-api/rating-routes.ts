import { z } from 'zod';
import { listFollowUps, moveFollowUp } from '../../desk/ratings/follow-ups.ts';
import { listRatings } from '../../desk/ratings/rating-list.ts';
import type { RatingParts } from '../../desk/ratings/rating-parts.ts';
import { ownRatings, ratingsCsv, reportRatings } from '../../desk/ratings/rating-report.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import {
  followUpListSchema,
  followUpMoveSchema,
  ownRatingsSchema,
  ratingListSchema,
  ratingReportSchema,
} from '../../web/protocol/desk/rating.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { type Route, route } from '../route.ts';
import { daysQuery } from './days-query.ts';
import { DONE, refusal } from './route-answers.ts';
import { idParams, idSchema, wholeNumber } from './route-params.ts';

const READ = RIGHTS['ratings.read'];
const FOLLOW_UP = RIGHTS['ratings.follow_up'];

const cursor = z
  .string()
  .regex(/^[\w-]{1,300}$/)
  .optional();
const listQuery = daysQuery({
  /** A staff id, or `bot`. */
  agent: idSchema.optional(),
  atMost: wholeNumber(1, 5).optional(),
  cursor,
  limit: wholeNumber(1, 200).default(50),
});
const followUpQuery = z.strictObject({
  state: z.enum(['open', 'closed']).default('open'),
  /** Only those that the caller answers for. */
  mine: z.enum(['true', 'false']).optional(),
  cursor,
  limit: wholeNumber(1, 200).default(50),
});

/** How service was rated, what is done about low ratings, and what agents may know of their own. */
export function ratingRoutes(parts: RatingParts): Route[] {
  return [...readingRoutes(parts), ...followUpRoutes(parts)];
}

function readingRoutes(parts: RatingParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/ratings',
      summary: 'Ratings one by one, newest first, a page at a time; those of the caller’s own service are left out',
      access: READ,
      query: listQuery,
      answer: ratingListSchema,
      handle: async ({ caller, query }) => {
        const list = await listRatings(parts, caller, query);
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'get',
      path: '/api/desk/ratings/report',
      summary: 'Ratings by person, team and week, the bot apart, with 95 % intervals; the last thirty days unless told',
      access: READ,
      query: daysQuery({}),
      answer: ratingReportSchema,
      handle: async ({ query }) => ({ status: 200, body: await reportRatings(parts, query) }),
    }),
    route({
      method: 'get',
      path: '/api/desk/ratings/mine',
      summary: 'How the caller’s own service was rated, without telling by whom',
      access: RIGHTS['conversations.serve'],
      query: daysQuery({}),
      answer: ownRatingsSchema,
      handle: async ({ caller, query }) => ({ status: 200, body: await ownRatings(parts, caller, query) }),
    }),
  ];
}

function followUpRoutes(parts: RatingParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/rating-follow-ups',
      summary: 'Low ratings that a supervisor looks into, newest first, a page at a time',
      access: READ,
      query: followUpQuery,
      answer: followUpListSchema,
      handle: async ({ caller, query: { state, mine, ...page } }) => {
        const list = await listFollowUps(parts, caller, { ...page, open: state === 'open', mine: mine === 'true' });
        return list ? { status: 200, body: list } : { status: 422, code: 'invalid', field: 'query.cursor' };
      },
    }),
    route({
      method: 'post',
      path: '/api/desk/rating-follow-ups/{id}/moves',
      summary: 'Takes a follow-up in hand, hands it on, or closes it; 409 follow_up_changed where somebody was faster',
      access: FOLLOW_UP,
      params: idParams,
      body: followUpMoveSchema,
      handle: async ({ caller, params, body: { version, ...move } }) => {
        const outcome = await moveFollowUp(parts, caller, { sessionId: params.id, version, move });
        return outcome === 'done' ? DONE : refusal(outcome);
      },
    }),
  ];
}

/** For the description of the API. */
export const RATINGS_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/ratings-export',
  summary: 'The report of ratings as CSV, a line for each person and team',
  access: READ,
  answerType: 'text/csv',
};

export function ratingsExport({ door, parts }: { readonly door: Door; readonly parts: RatingParts }): Endpoint {
  return async ({ raw }) => {
    const admission = await door.admit({ access: READ, fresh: true }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const given = new URL(raw.url ?? '/', 'http://localhost').searchParams;
    const query = daysQuery({}).safeParse(Object.fromEntries(given));
    if (!query.success) return refuse(400, 'invalid');
    const headers = { 'content-disposition': 'attachment; filename="ratings.csv"' };
    const bytes = await ratingsCsv(parts, query.data);
    return { kind: 'bytes', status: 200, contentType: 'text/csv; charset=utf-8', bytes, headers };
  };
}
