import { z } from 'zod';
import { apiErrorSchema } from '../web/protocol/error.ts';
import type { Route } from './route.ts';

export interface OpenApiOptions {
  readonly title: string;
  readonly version: string;
  /** Name of the cookie that staff are known by. */
  readonly cookie: string;
}

/** An endpoint that is not a route of the desk but belongs into the description. */
export type DescribedRoute = Pick<
  Route,
  'method' | 'path' | 'summary' | 'access' | 'params' | 'query' | 'body' | 'answer'
>;

type Json = Readonly<Record<string, unknown>>;

/** OpenAPI 3.1 of our own API, out of the schemas that validate it. */
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
      securitySchemes: { staff: { type: 'apiKey', in: 'cookie', name: cookie } },
      schemas: { Error: schemaOf(apiErrorSchema, 'output') },
    },
  };
}

function operation(route: DescribedRoute): Json {
  const { access, summary, body, answer } = route;
  const isPublic = access === 'public';
  const changes = route.method !== 'get';
  return {
    operationId: operationId(route),
    summary,
    ...(isPublic ? { security: [] } : { security: [{ staff: [] }] }),
    ...(typeof access === 'string' ? {} : { 'x-roles': access }),
    parameters: [
      ...parameters(route.params, 'path'),
      ...parameters(route.query, 'query'),
      ...(changes && !isPublic
        ? [{ name: 'x-csrf-token', in: 'header', required: true, schema: { type: 'string' } }]
        : []),
    ],
    ...(body ? { requestBody: { required: true, content: content(schemaOf(body, 'input')) } } : {}),
    responses: {
      ...(answer
        ? { '200': { description: 'Done', content: content(schemaOf(answer, 'output')) } }
        : { '204': { description: 'Done' } }),
      default: { description: 'Refused', content: content({ $ref: '#/components/schemas/Error' }) },
    },
  };
}

function parameters(schema: z.ZodType | undefined, place: 'path' | 'query'): Json[] {
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
    .replace(/^\/api\//, '')
    .split('/')
    .map((part) => part.replace(/[{}]/g, '').replaceAll(/[^A-Za-z0-9]+/g, '_'));
  return [method, ...words].join('_');
}

function content(schema: Json): Json {
  return { 'application/json': { schema } };
}

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema: _dialect, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' });
  return rest;
}
