import { z } from 'zod';
import type { Caller } from '../caller.ts';
import type { Result } from '../failure.ts';

/** The ways in which the desk calls the server. */
export interface Calls {
  get<T>(path: string, schema: z.ZodType<T>): Promise<Result<T>>;
  post<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Result<T>>;
  put<T>(path: string, body: unknown, schema: z.ZodType<T>): Promise<Result<T>>;
  remove(path: string): Promise<Result<undefined>>;
}

export function callsOf(caller: Caller): Calls {
  return {
    get: (path, schema) => caller.get(path, schema),
    post: (path, body, schema) => caller.send({ method: 'POST', path, body, schema }),
    put: (path, body, schema) => caller.send({ method: 'PUT', path, body, schema }),
    remove: (path) => caller.send({ method: 'DELETE', path, schema: nothing }),
  };
}

/** Local days, YYYY-MM-DD, both included. */
export interface DaysFilter {
  readonly from: string;
  readonly to: string;
}

export const saidSchema = z.object({ seq: z.number().int() });
/** An answer without a body. */
export const nothing = z.undefined();
/** An answer whose body the desk has no use for: it fetches anew. */
export const anything = z.unknown();

export const part = encodeURIComponent;

export function query(values: Record<string, string | number | null | undefined>): string {
  const given = Object.entries(values).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[name, String(value)]],
  );
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}
