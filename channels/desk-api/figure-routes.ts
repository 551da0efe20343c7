import { z } from 'zod';
import type { FigureParts } from '../../desk/figures/figure-parts.ts';
import { showFigures, TEAMS } from '../../desk/figures/figures.ts';
import { figuresCsv } from '../../desk/figures/figures-csv.ts';
import { showWallboard } from '../../desk/figures/wallboard.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import { figuresSchema, wallboardSchema } from '../../web/protocol/desk/figures.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { type Route, route } from '../route.ts';
import { daysQuery } from './days-query.ts';

const ACCESS = RIGHTS['figures.read'];
const figuresQuery = daysQuery({ team: z.enum(TEAMS).optional() });

/** Waiting, first response, handling, transfers, first contact, standards and ratings. */
export function figureRoutes(parts: FigureParts): Route[] {
  return [
    route({
      method: 'get',
      path: '/api/desk/figures',
      summary: 'Figures of service by person, team, hour and day; the last thirty days unless told',
      access: ACCESS,
      query: figuresQuery,
      answer: figuresSchema,
      handle: async ({ query }) => ({ status: 200, body: await showFigures(parts, query) }),
    }),
    route({
      method: 'get',
      path: '/api/desk/wallboard',
      summary: 'How things stand this moment, and today so far, without names',
      access: ACCESS,
      answer: wallboardSchema,
      handle: async () => ({ status: 200, body: await showWallboard(parts) }),
    }),
  ];
}

/** For the description of the API. */
export const FIGURES_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/figures-export',
  summary: 'The same figures as CSV, a line for each person, team, hour and day',
  access: ACCESS,
  answerType: 'text/csv',
};

export function figuresExport({ door, parts }: { readonly door: Door; readonly parts: FigureParts }): Endpoint {
  return async ({ raw }) => {
    const admission = await door.admit({ access: ACCESS }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const given = new URL(raw.url ?? '/', 'http://localhost').searchParams;
    const query = figuresQuery.safeParse(Object.fromEntries(given));
    if (!query.success) return refuse(400, 'invalid');
    const headers = { 'content-disposition': 'attachment; filename="figures.csv"' };
    const bytes = await figuresCsv(parts, query.data);
    return { kind: 'bytes', status: 200, contentType: 'text/csv; charset=utf-8', bytes, headers };
  };
}
