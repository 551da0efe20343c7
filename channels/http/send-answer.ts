import type { ServerResponse } from 'node:http';
import { errorWords } from '../../strings/errors/error-words.ts';
import type { ApiError } from '../../web/protocol/error.ts';
import type { WordsLanguage } from './accept-language.ts';
import type { HeaderFields, HttpAnswer, Refusal, Taken } from './http-answer.ts';

const JSON_TYPE = 'application/json; charset=utf-8';

export interface SendingTerms {
  /** On every answer, whatever it is; its own fields stand before them. */
  readonly fields: HeaderFields;
  readonly language: () => WordsLanguage;
  /** Direct Line's clients read Retry-After as milliseconds, the rest of the world as seconds. */
  readonly retryAfter: 'seconds' | 'milliseconds';
}

/** Writes an answer out. */
export function sendAnswer(
  response: ServerResponse,
  answer: Exclude<HttpAnswer, Taken>,
  { fields, language, retryAfter }: SendingTerms,
): void {
  const all: Record<string, string | readonly string[]> = { ...fields };
  let body: string | Uint8Array = '';
  if (answer.kind === 'json') {
    all['content-type'] = JSON_TYPE;
    body = JSON.stringify(answer.body);
  } else if (answer.kind === 'bytes') {
    all['content-type'] = answer.contentType;
    body = answer.bytes;
  } else if (answer.kind === 'refusal') {
    all['content-type'] = JSON_TYPE;
    if (answer.retryAfterMs !== undefined) {
      all['retry-after'] = String(Math.ceil(answer.retryAfterMs / (retryAfter === 'seconds' ? 1000 : 1)));
    }
    body = JSON.stringify(errorBody(answer, language()));
  }
  if (answer.headers) Object.assign(all, answer.headers);
  if (answer.kind !== 'empty') all['content-length'] = String(Buffer.byteLength(body));
  response.writeHead(answer.status, all as Record<string, string | string[]>);
  response.end(body);
}

export function errorBody({ code, field, named }: Refusal, language: WordsLanguage): ApiError {
  return { error: { code, message: errorWords(language, code, named), ...(field === undefined ? {} : { field }) } };
}
