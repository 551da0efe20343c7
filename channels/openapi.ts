import { z } from 'zod';
import { apiErrorSchema } from '../web/protocol/error.ts';
import type { Route } from './route.ts';

export interface OpenApiOptions {
  readonly title: string;
  readonly version: string;
  /** Name of the cookie that staff are known by. */
  readonly cookie: string;
}

/** An operation as it is described; those that are no routes of our own API say a little more of themselves. */
export interface DescribedRoute
  extends Pick<Route, 'method' | 'path' | 'summary' | 'params' | 'query' | 'body' | 'headers' | 'answer'> {
  readonly access: Route['access'] | 'direct_line' | 'bot_framework';
  /** Of good answers; by default 200 where there is something to answer, else 204. */
  readonly statuses?: readonly number[];
  readonly bodyOptional?: boolean;
  /** Of the body, where it is not JSON. */
  readonly bodyType?: string;
  /** Of a good answer, where it is not JSON. */
  readonly answerType?: string;
}

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of everything that is served, out of the schemas that validate it. */
export function openApi(routes: readonly DescribedRoute[], { title, version, cookie }: OpenApiOptions): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = paths[route.path] ?? {};
    path[route.method] = operation(route);
    paths[route.path] = path;
  }
  return {
    openapi: '3.1.0',
    info: { title, version },
    paths,
    components: {
      securitySchemes: {
        staff: { type: 'apiKey', in: 'cookie', name: cookie },
        integration: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key of another system, made by npm run integrations',
        },
        directLine: { type: 'http', scheme: 'bearer', description: 'The Direct Line secret, or a token made with it' },
        botFramework: {
          type: 'http',
          scheme: 'bearer',
          bearerFormat: 'JWT',
          description: 'Issued by Azure Bot Service',
        },
      },
      schemas: { Error: schemaOf(apiErrorSchema, 'output') },
    },
  };
}

function operation(route: DescribedRoute): Json {
  const { access, summary } = route;
  const byStaff = access === 'anyone' || isRoles(access);
  return {
    operationId: operationId(route),
    summary,
    tags: [tagOf(route)],
    security: securityOf(access),
    ...(isRoles(access) ? { 'x-roles': access } : {}),
    ...(isScope(access) ? { 'x-scope': access.scope } : {}),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...parameters(route.headers, 'header'),
      ...(byStaff && route.method !== 'get'
        ? [{ name: 'x-csrf-token', in: 'header', required: true, schema: { type: 'string' } }]
        : []),
    ],
    ...requestBody(route),
    responses: {
      ...responses(route),
      default: { description: 'Refused', content: content({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

type Access = DescribedRoute['access'];

function isScope(access: Access): access is Extract<Access, { scope: unknown }> {
  return typeof access === 'object' && 'scope' in access;
}

function isRoles(access: Access): access is Exclude<Access, string | { scope: unknown }> {
  return typeof access === 'object' && !isScope(access);
}

function securityOf(access: Access): Json[] {
  if (access === 'public') return [];
  if (isScope(access)) return [{ integration: [] }];
  if (access === 'direct_line') return [{ directLine: [] }];
  return access === 'bot_framework' ? [{ botFramework: [] }] : [{ staff: [] }];
}

function requestBody({ body, bodyType, bodyOptional = false }: DescribedRoute): Json {
  if (!body && bodyType === undefined) return {};
  return { requestBody: { required: !bodyOptional, content: content(body && schemaOf(body, 'input'), bodyType) } };
}

function responses({ answer, answerType, statuses }: DescribedRoute): Json {
  const answered = answer !== undefined || answerType !== undefined;
  const said = answered ? { content: content(answer && schemaOf(answer, 'output'), answerType) } : {};
  return Object.fromEntries(
    (statuses ?? [answered ? 200 : 204]).map((status) => [
      status,
      { description: MEANINGS[status] ?? 'Done', ...said },
    ]),
  );
}

const MEANINGS: Readonly<Record<number, string>> = { 101: 'WebSocket from here on', 201: 'Made' };

/** Whom it is for, by where it is served. */
function tagOf({ path }: DescribedRoute): string {
  return TAGS.find(([prefix]) => path.startsWith(prefix))?.[1] ?? 'operation';
}

const TAGS: readonly (readonly [string, string])[] = [
  ['/api/desk/', 'desk'],
  ['/api/integration/', 'integration'],
  ['/api/widget/', 'widget'],
  ['/v3/directline/', 'direct line'],
  ['/api/messages', 'bot framework'],
];

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query' | 'header'): Json[] {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input') as {
    properties?: Record<string, Json>;
    required?: string[];
  };
  return Object.entries(properties).map(([name, property]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: property,
  }));
}

function operationId({ method, path }: DescribedRoute): string {
  const words = path
    .replace(/^\/(api\/)?/, '')
    .split('/')
    .map((part) => part.replace(/[{}]/g, '').replaceAll(/[^A-Za-z0-9]+/g, '_'));
  return [method, ...words].join('_');
}

function content(schema: Json | undefined, type = 'application/json'): Json {
  return { [type]: schema ? { schema } : {} };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
