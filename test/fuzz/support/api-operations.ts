import { z } from 'zod';
import type { JsonSchema } from './schema-values.ts';

/** One operation of the API, as its description tells it. */
export interface ApiOperation {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  /** Roles of which one is needed; empty where any will do. */
  readonly roles: readonly string[];
  readonly isPublic: boolean;
  readonly params: readonly ApiParameter[];
  readonly query: readonly ApiParameter[];
  readonly body: JsonSchema | null;
  /** Of a good answer; null where it has no body. */
  readonly answer: JsonSchema | null;
}

export interface ApiParameter {
  readonly name: string;
  readonly schema: JsonSchema;
}

const schema = z.custom<JsonSchema>((value) => typeof value === 'object' && value !== null);
const content = z.object({ 'application/json': z.object({ schema }).optional() });
const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()),
  security: z.array(z.unknown()),
  'x-roles': z.array(z.string()).optional(),
  parameters: z.array(z.object({ name: z.string(), in: z.string(), schema })),
  requestBody: z.object({ content }).optional(),
  responses: z.record(z.string(), z.object({ content: content.optional() })),
});
const documentSchema = z.object({ paths: z.record(z.string(), z.record(z.string(), operationSchema)) });

/** Reads `GET /api/openapi.json`: our own API as far as it speaks JSON. Channels and streams of events are fuzzed apart. */
export function operationsIn(document: unknown): ApiOperation[] {
  const { paths } = documentSchema.parse(document);
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, operation]) => isOwnJson(operation))
      .map(([method, operation]) => ({
        id: operation.operationId,
        method: method.toUpperCase(),
        path,
        roles: operation['x-roles'] ?? [],
        isPublic: operation.security.length === 0,
        params: operation.parameters.filter((parameter) => parameter.in === 'path'),
        query: operation.parameters.filter((parameter) => parameter.in === 'query'),
        body: operation.requestBody?.content['application/json']?.schema ?? null,
        answer: goodAnswer(operation)?.['application/json']?.schema ?? null,
      })),
  );
}

type Operation = z.infer<typeof operationSchema>;

function isOwnJson(operation: Operation): boolean {
  const answered = goodAnswer(operation);
  return (
    operation.tags.some((tag) => tag === 'desk' || tag === 'widget') && (!answered || 'application/json' in answered)
  );
}

function goodAnswer({ responses }: Operation) {
  return (responses['200'] ?? responses['201'])?.content;
}
