import fc from 'fast-check';
import type { ApiOperation, ApiParameter } from './api-operations.ts';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import type { FuzzRequest } from './http-client.ts';
import { valuesOf } from './schema-values.ts';
import { brokenBytes, hostileValues, spoilt } from './spoilt-bodies.ts';
import type { StaffCaller } from './staff-caller.ts';

export interface ApiRequest {
  readonly caller: string;
  readonly request: FuzzRequest;
}

export interface RequestsGiven {
  readonly callers: readonly StaffCaller[];
  /** What there is, by the names of parameters: without these a fuzz would only ever see 404. */
  readonly known: Readonly<Record<string, readonly string[]>>;
}

/** Requests to an operation, right and wrong in every part. */
export function requestsTo(operation: ApiOperation, { callers, known }: RequestsGiven): fc.Arbitrary<ApiRequest> {
  return fc
    .record({
      caller: fc.constantFrom(...callers),
      path: paths(operation, known),
      query: queries(operation.query),
      method: mostly(
        fc.constant(operation.method),
        fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'HEAD', 'TRACE', 'PROPFIND'),
      ),
      body: bodies(operation),
      type: mostly(fc.constant('application/json'), fc.constantFrom(...TYPES)),
      headers: mostly(fc.constant({}), fc.constantFrom(...HEADERS)),
    })
    .map(({ caller, path, query, method, body, type, headers }) => ({
      caller: caller.name,
      request: {
        method,
        path: path + query,
        headers: { ...(body === null ? {} : { 'content-type': type }), ...caller.headers, ...headers },
        ...(body === null ? {} : { body }),
      },
    }));
}

function mostly<T>(usual: fc.Arbitrary<T>, odd: fc.Arbitrary<T>): fc.Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function paths({ path, params }: ApiOperation, known: RequestsGiven['known']): fc.Arbitrary<string> {
  const parts = params.map(({ name, schema }) => {
    const there = known[name] ?? [];
    return fc.oneof(
      ...(there.length > 0 ? [{ weight: 6, arbitrary: fc.constantFrom(...there) }] : []),
      { weight: 2, arbitrary: valuesOf(schema).map((value) => encodeURIComponent(String(value))) },
      { weight: 2, arbitrary: fc.constantFrom(...PATH_TRICKS) },
      { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_TEXTS).map(encoded) },
    );
  });
  return fc.tuple(...parts).map((values) => {
    let at = 0;
    return path.replaceAll(/\{\w+\}/g, () => values[at++] ?? '');
  });
}

function queries(parameters: readonly ApiParameter[]): fc.Arbitrary<string> {
  const one = ({ name, schema }: ApiParameter) =>
    fc
      .oneof(
        valuesOf(schema).map(String),
        fc.constantFrom('', '-1', '0', '1.5', '1e3', 'NaN', '9'.repeat(30), '0x10', ' 5', '５', 'null', 'true', '[]'),
        fc.constantFrom(...HOSTILE_TEXTS),
      )
      .map((value) => `${name}=${encoded(value)}`);
  const known = parameters.map(one);
  return fc
    .oneof(
      fc.constant([]),
      fc.subarray(known).chain((some) => fc.tuple(...some)),
      fc.array(
        fc.oneof(...known, fc.constantFrom('x=1', '__proto__=1', 'constructor=', '&', '=', '%zz=%', '?', 'a[]=1')),
        { maxLength: 4 },
      ),
    )
    .map((parts) => (parts.length > 0 ? `?${parts.join('&')}` : ''));
}

function bodies({ body, method }: ApiOperation): fc.Arbitrary<Buffer | string | null> {
  if (method === 'GET') return mostly<Buffer | string | null>(fc.constant(null), fc.constantFrom('{}', 'x'));
  const right = body === null ? fc.constant({}) : valuesOf(body);
  const text = (value: unknown) => JSON.stringify(value) ?? '';
  return fc.oneof(
    { weight: 4, arbitrary: body === null ? fc.constant(null) : right.map(text) },
    { weight: 4, arbitrary: right.chain(spoilt).map(text) },
    { weight: 1, arbitrary: hostileValues.map(text) },
    { weight: 2, arbitrary: right.chain((value) => brokenBytes(text(value))) },
    { weight: 1, arbitrary: fc.constant(null) },
  );
}

/** For addresses: lone surrogates have no encoding. */
function encoded(text: string): string {
  return encodeURIComponent(text.slice(0, 300).toWellFormed());
}

const PATH_TRICKS = [
  '..',
  '.',
  '%2e%2e',
  '..%2f..%2fetc%2fpasswd',
  '%00',
  '%0d%0aX:1',
  '%ff',
  '%zz',
  '%',
  '%E4%BD',
  '*',
  ':id',
  '{id}',
  '%7Bid%7D',
  'a%2fb',
  'a;b=c',
  '%F0%9F%92%A1',
  '__proto__',
  'constructor',
  '-1',
  '0',
  '%20',
  'x'.repeat(2000),
  '%25',
  "'%20or%20'1'='1",
  '%5c..%5c',
  'null',
  '~',
  '.env',
];

const TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data',
  'application/jsonp',
  'application/json; charset=utf-16',
  'APPLICATION/JSON',
  'application/json;',
  'application/xml',
  '',
  ';',
  'x'.repeat(4000),
];

const HEADERS: readonly Readonly<Record<string, string>>[] = [
  { cookie: `switchboard-desk=${'A'.repeat(43)}` },
  { cookie: 'switchboard-desk=; switchboard-desk="; x' },
  { cookie: 'a=b; '.repeat(500) },
  { 'x-csrf-token': '' },
  { 'x-csrf-token': 'x'.repeat(4000) },
  { origin: 'https://elsewhere.example' },
  { origin: 'null' },
  { origin: 'not an origin' },
  { 'sec-fetch-site': 'cross-site' },
  { host: 'elsewhere.example' },
  { host: '[' },
  { host: '' },
  { 'accept-language': 'x'.repeat(5000) },
  { 'accept-language': ',,;q=;q=NaN,*' },
  { 'accept-encoding': 'br;q=nonsense' },
  { 'x-forwarded-for': '1.2.3.4, nonsense' },
  { 'x-forwarded-proto': 'javascript' },
  { authorization: 'Basic Og==' },
  { authorization: `Bearer ${'x'.repeat(6000)}` },
  { expect: '100-continue' },
  { expect: 'nonsense' },
  { range: 'bytes=0-,-1,5-2' },
  { 'if-none-match': '*' },
  { 'content-encoding': 'gzip' },
  { 'transfer-encoding': 'chunked' },
  { 'accept-version': '9.9.9' },
  { 'content-md5': 'nonsense' },
  { date: 'nonsense' },
  { 'x-http-method-override': 'DELETE' },
  { 'x-request-id': '<script>' },
  { te: 'trailers' },
];
