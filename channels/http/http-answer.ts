import type { ErrorCode } from '../../strings/errors/error-words.ts';

/** What an endpoint answers. A refusal is an expected outcome: the door puts it into words and Bot Framework's error shape. */
export type HttpAnswer = JsonAnswer | BytesAnswer | EmptyAnswer | Refusal | Taken;

export interface JsonAnswer {
  readonly kind: 'json';
  readonly status: number;
  readonly body: unknown;
  readonly headers?: HeaderFields;
}

export interface BytesAnswer {
  readonly kind: 'bytes';
  readonly status: number;
  readonly contentType: string;
  readonly bytes: Uint8Array | string;
  readonly headers?: HeaderFields;
}

export interface EmptyAnswer {
  readonly kind: 'empty';
  readonly status: 200 | 202 | 204 | 303 | 304 | 308;
  readonly headers?: HeaderFields;
}

export interface Refusal {
  readonly kind: 'refusal';
  readonly status: number;
  /** Stable; its words are in strings/errors. */
  readonly code: ErrorCode;
  /** Path of the field at fault, for example `text` or `body.login`. */
  readonly field?: string;
  /** What in the field is at fault, for codes whose words name it. */
  readonly named?: readonly string[];
  /** Milliseconds after which another try may succeed. */
  readonly retryAfterMs?: number;
  readonly headers?: HeaderFields;
}

/** The endpoint has answered by itself, or goes on doing so: server-sent events. */
export interface Taken {
  readonly kind: 'taken';
}

export type HeaderFields = Readonly<Record<string, string | readonly string[]>>;

export function json(status: number, body: unknown, headers?: HeaderFields): JsonAnswer {
  return { kind: 'json', status, body, ...(headers ? { headers } : {}) };
}

export function refuse(
  status: number,
  code: ErrorCode,
  more: Pick<Refusal, 'field' | 'named' | 'retryAfterMs'> = {},
): Refusal {
  return { kind: 'refusal', status, code, ...more };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'kind' in value && value.kind === 'refusal';
}
