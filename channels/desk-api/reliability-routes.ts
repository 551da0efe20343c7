import { z } from 'zod';
import { type ReliabilityParts, showReliability } from '../../desk/reliability/reliability.ts';
import { reliabilityCsv } from '../../desk/reliability/reliability-csv.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { addMonths } from '../../domain/reliability/months.ts';
import { reliabilitySchema } from '../../web/protocol/desk/reliability.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { type Route, route } from '../route.ts';

const ACCESS = RIGHTS['reliability.read'];
const CSV = 'text/csv';
const MOST_MONTHS = 60;

const month = z.string().regex(/^(19|20|21)\d\d-(0[1-9]|1[0-2])$/, 'a month such as 2026-11');
const reliabilityQuery = z
  .strictObject({
    from: month.optional(),
    to: month.optional(),
    town: z
      .string()
      .regex(/^\d{9}$/)
      .optional(),
  })
  .refine(({ from, to }) => from === undefined || to === undefined || from <= to, { path: ['to'] })
  .refine(({ from, to }) => from === undefined || (to !== undefined && addMonths(from, MOST_MONTHS) > to), {
    path: ['from'],
    message: `with \`to\`, and at most ${MOST_MONTHS} months`,
  });

export function reliabilityRoutes(parts: ReliabilityParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/reliability',
      summary:
        'SAIFI, SAIDI and CAIDI by IEEE 1366, by month and by town; the last twelve months unless `from` and `to` are given',
      access: ACCESS,
      query: reliabilityQuery,
      answer: reliabilitySchema,
      handle: async ({ query }) => ({ status: 200, body: await showReliability(parts, query) }),
    }),
  ];
}

/** For the description of the API. */
export const RELIABILITY_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/reliability-export',
  summary: 'The same figures as CSV, a line for each month and town',
  access: ACCESS,
  answerType: CSV,
};

interface ExportParts {
  readonly door: Door;
  readonly parts: ReliabilityParts;
}

export function reliabilityExport({ door, parts }: ExportParts): Endpoint {
  return async ({ raw }) => {
    const admission = await door.admit({ access: ACCESS }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const given = new URL(raw.url ?? '/', 'http://localhost').searchParams;
    const query = reliabilityQuery.safeParse(Object.fromEntries(given));
    if (!query.success) return refuse(400, 'invalid');
    const bytes = await reliabilityCsv(parts, query.data);
    const headers = { 'content-disposition': 'attachment; filename="reliability.csv"' };
    return { kind: 'bytes', status: 200, contentType: `${CSV}; charset=utf-8`, bytes, headers };
  };
}
