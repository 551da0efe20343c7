import { z } from 'zod';
import type { Door } from './door.ts';
import { fieldOf } from './http/field-path.ts';
import { type HttpAnswer, isRefusal, type Refusal, refuse } from './http/http-answer.ts';
import type { HttpRequest } from './http/http-request.ts';
import type { HttpServer, Method } from './http-server.ts';
import type { Route, RouteAnswer } from './route.ts';

export interface ApiRoutesOptions {
  readonly door: Door;
  /** Holds every answer to its route's schema: for tests, where a difference is a fault. */
  readonly checkAnswers?: boolean;
}

const METHODS: Readonly<Record<Route['method'], Method>> = {
  get: 'get',
  post: 'post',
  put: 'put',
  patch: 'patch',
  delete: 'del',
};

/** Mounts our own API: admission first, then parameters, query and body by their schemas, where unknown fields are refused. */
export function mountApiRoutes(server: HttpServer, routes: readonly Route[], options: ApiRoutesOptions): void {
  for (const route of routes) {
    const strict = strictly(route);
    server.on(METHODS[route.method], route.path, (request) => answer(strict, request, options));
  }
}

async function answer(route: Route, request: HttpRequest, options: ApiRoutesOptions): Promise<HttpAnswer> {
  const admission = await options.door.admit(route, request.raw);
  if (!admission.admitted) {
    const { status, code, retryAfterMs } = admission;
    return refuse(status, code, retryAfterMs === undefined ? {} : { retryAfterMs });
  }
  const params = read(route.params, request.params, 'params');
  if (isRefusal(params)) return params;
  const query = read(route.query, queryOf(request), 'query');
  if (isRefusal(query)) return query;
  const headers = readHeaders(route, request);
  if (isRefusal(headers)) return headers;
  const body = await readBody(route, request);
  if (isRefusal(body)) return body;
  const given = await route.handle({
    params: params.value,
    query: query.value,
    body: body.value,
    headers: headers.value,
    caller: admission.caller,
    address: request.address,
    baseUrl: request.baseUrl,
    browser: { userAgent: request.headers['user-agent'], cookie: request.headers.cookie },
    language: request.language,
  });
  if (options.checkAnswers) checkAnswer(route, given);
  return httpAnswer(given);
}

function checkAnswer({ answer, statuses = [200], path }: Route, given: RouteAnswer<unknown>): void {
  if (!('body' in given)) return;
  answer?.parse(given.body);
  if (!statuses.includes(given.status)) throw new Error(`${path} answers ${given.status}, which is not described`);
}

type Read = { readonly value: unknown } | Refusal;

function read(schema: z.ZodType | undefined, value: unknown, part: string): Read {
  const parsed = (schema ?? NOTHING).safeParse(value);
  if (parsed.success) return { value: parsed.data };
  const code = parsed.error.issues[0]?.code === 'unrecognized_keys' ? 'unknown_field' : 'invalid';
  return refuse(400, code, { field: fieldOf(parsed.error, part) });
}

/** Of the header fields only those that the route reads: there are always others. */
function readHeaders({ headers: schema }: Route, request: HttpRequest): Read {
  if (!(schema instanceof z.ZodObject)) return { value: undefined };
  const read: Record<string, unknown> = {};
  for (const name of Object.keys(schema.shape)) {
    if (request.headers[name] !== undefined) read[name] = request.headers[name];
  }
  const parsed = schema.safeParse(read);
  if (parsed.success) return { value: parsed.data };
  const name = String(parsed.error.issues[0]?.path[0]);
  // What a change may not be made without: RFC 6585 calls it a precondition that is required.
  if (name === 'if-match' && read[name] === undefined) return refuse(428, 'if_match_missing', { field: name });
  return refuse(400, read[name] === undefined ? 'header_missing' : 'invalid', { field: name });
}

async function readBody(route: Route, request: HttpRequest): Promise<Read> {
  if (route.method === 'get') return { value: undefined };
  const { 'content-length': length, 'transfer-encoding': chunked, 'content-type': type } = request.headers;
  const isEmpty = chunked === undefined && Number(length ?? 0) === 0;
  if (isEmpty) return route.body ? refuse(400, 'body_missing', { field: 'body' }) : { value: undefined };
  if (!/^application\/json\s*(;|$)/i.test(type ?? '')) {
    return refuse(415, 'content_type_unsupported', { field: 'content-type' });
  }
  const body = await request.json();
  return isRefusal(body) ? body : read(route.body, body.value, 'body');
}

/** A parameter given twice is a list, which no schema here takes. */
function queryOf(request: HttpRequest): Record<string, unknown> {
  const query: Record<string, unknown> = {};
  for (const name of new Set(request.query.keys())) {
    const values = request.query.getAll(name);
    query[name] = values.length === 1 ? values[0] : values;
  }
  return query;
}

function httpAnswer(given: RouteAnswer<unknown>): HttpAnswer {
  const headers = given.headers ? { headers: given.headers } : {};
  if (given.status === 204) return { kind: 'empty', status: 204, ...headers };
  if ('body' in given) return { kind: 'json', status: given.status, body: given.body, ...headers };
  const { status, code, field, named } = given;
  return { ...refuse(status, code, { ...(field ? { field } : {}), ...(named ? { named } : {}) }), ...headers };
}

function strictly(route: Route): Route {
  const strict = <T>(schema: z.ZodType<T> | undefined) =>
    schema instanceof z.ZodObject ? (schema.strict() as unknown as z.ZodType<T>) : schema;
  const { params, query, body, ...rest } = route;
  const schemas = { params: strict(params), query: strict(query), body: strict(body) };
  return { ...rest, ...Object.fromEntries(Object.entries(schemas).filter(([, schema]) => schema)) };
}

const NOTHING = z.strictObject({});
