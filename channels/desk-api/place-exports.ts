import type { PlaceParts } from '../../desk/places/place-parts.ts';
import { landmarksCsv, needsCsv, placesCsv } from '../../desk/places/places-csv.ts';
import { RIGHTS } from '../../domain/desk/rights.ts';
import type { Door } from '../door.ts';
import { refuse } from '../http/http-answer.ts';
import type { Endpoint } from '../http-server.ts';
import type { DescribedRoute } from '../openapi.ts';
import { daysQuery } from './days-query.ts';

/** For the description of the API. */
export const PLACES_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/places-export',
  summary: 'All places to pay at as CSV, in the columns in which they are imported',
  access: RIGHTS['places.read'],
  answerType: 'text/csv',
};
export const LANDMARKS_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/landmarks-export',
  summary: 'All landmarks as CSV, in the columns in which they are imported',
  access: RIGHTS['places.read'],
  answerType: 'text/csv',
};
export const PLACE_NEEDS_EXPORT: DescribedRoute = {
  method: 'get',
  path: '/api/desk/place-needs-export',
  summary: 'Where customers found no place to pay, as CSV; `from` and `to` as for the list',
  access: RIGHTS['places.plan'],
  answerType: 'text/csv',
};

interface ExportParts {
  readonly door: Door;
  readonly parts: PlaceParts;
}

export function placesExport({ door, parts }: ExportParts): Endpoint {
  return csvEndpoint({ door, route: PLACES_EXPORT, file: 'places.csv', csv: () => placesCsv(parts) });
}

export function landmarksExport({ door, parts }: ExportParts): Endpoint {
  return csvEndpoint({ door, route: LANDMARKS_EXPORT, file: 'landmarks.csv', csv: () => landmarksCsv(parts) });
}

export function placeNeedsExport({ door, parts }: ExportParts): Endpoint {
  return csvEndpoint({
    ...{ door, route: PLACE_NEEDS_EXPORT, file: 'place-needs.csv' },
    csv: (given) => {
      const query = daysQuery({}).safeParse(Object.fromEntries(given));
      return query.success ? needsCsv(parts, query.data) : null;
    },
  });
}

interface CsvEndpoint {
  readonly door: Door;
  readonly route: DescribedRoute;
  readonly file: string;
  /** Null where the query is not as it should be. */
  readonly csv: (query: URLSearchParams) => Promise<string> | null;
}

function csvEndpoint({ door, route, file, csv }: CsvEndpoint): Endpoint {
  return async ({ raw }) => {
    const { access } = route;
    if (access === 'direct_line' || access === 'bot_framework') return refuse(404, 'not_found');
    const admission = await door.admit({ access }, raw);
    if (!admission.admitted) return refuse(admission.status, admission.code);
    const bytes = await csv(new URL(raw.url ?? '/', 'http://localhost').searchParams);
    if (bytes === null) return refuse(400, 'invalid');
    const headers = { 'content-disposition': `attachment; filename="${file}"` };
    return { kind: 'bytes', status: 200, contentType: 'text/csv; charset=utf-8', bytes, headers };
  };
}
