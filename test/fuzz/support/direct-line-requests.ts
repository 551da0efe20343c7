import fc from 'fast-check';
import { HOSTILE_TEXTS } from './hostile-texts.ts';
import type { FuzzRequest } from './http-client.ts';
import { brokenBytes, hostileValues, spoilt } from './spoilt-bodies.ts';

export interface DirectLineGiven {
  /** Conversations that there are. */
  readonly ids: readonly string[];
  /** What opens them: their tokens and the secret. */
  readonly tokens: readonly string[];
  readonly badTokens: readonly string[];
}

const HOSTILE_IDS = [
  'x',
  '..',
  '%2e%2e',
  '%00',
  '%ff',
  'a%2fb',
  'x'.repeat(3000),
  "'%20or%201=1--",
  '%F0%9F%92%A1',
  '-',
  '*',
];
const TEXTS = fc.oneof(
  fc.constantFrom(...HOSTILE_TEXTS),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constant('停电了'),
);

/** An activity as a client of good will sends it, with whatever words. */
export const activities: fc.Arbitrary<Record<string, unknown>> = fc.record(
  {
    type: fc.constantFrom(
      ...Array<string>(8).fill('message'),
      'event',
      'typing',
      'conversationUpdate',
      'endOfConversation',
      'invoke',
      'trace',
    ),
    text: TEXTS,
    name: fc.constantFrom(
      'join',
      'rating',
      'read',
      'handoff.status',
      'handoff.initiate',
      'status',
      'closed',
      'session.idle',
      'x',
      '',
    ),
    value: fc.oneof(
      hostileValues,
      fc.record({ sessionId: fc.constantFrom('x', ''), score: fc.integer(), words: TEXTS }),
    ),
    locale: fc.constantFrom('zh-CN', 'en', 'x', '', '../..', 'zh-Hant-HK-x-y-z', 'en_US'),
    from: fc.record(
      { id: fc.constantFrom('dl_x', 'staff-agent1', '', '\u0000'), name: TEXTS, role: fc.constantFrom('user', 'bot') },
      { requiredKeys: [] },
    ),
    entities: fc.array(fc.oneof(hostileValues, positions()), { maxLength: 3 }),
    attachments: fc.array(
      fc.record({ contentType: fc.constant('image/png'), contentUrl: TEXTS, name: TEXTS }, { requiredKeys: [] }),
      { maxLength: 2 },
    ),
    channelData: fc.record(
      {
        clientActivityID: TEXTS,
        answered: fc.constant('on_the_line'),
        kind: fc.constant('danger'),
        author: fc.constant('agent'),
      },
      { requiredKeys: [] },
    ),
  },
  { requiredKeys: ['type', 'text'] },
);

function positions() {
  const degrees = fc.oneof(fc.double({ noNaN: true }), fc.constantFrom(23.02, 113.75, 0, -0, 90, 180, 1e308));
  return fc.record({ type: fc.constantFrom('GeoCoordinates', 'Place'), latitude: degrees, longitude: degrees });
}

const starts = fc.record(
  {
    user: fc.record({ id: TEXTS, name: TEXTS }, { requiredKeys: [] }),
    locale: TEXTS,
    trustedOrigins: fc.array(TEXTS, { maxLength: 3 }),
  },
  { requiredKeys: [] },
);

/** Requests to every call of Direct Line and to the widget's session, right and wrong in every part. */
export function directLineRequests({ ids, tokens, badTokens }: DirectLineGiven): fc.Arbitrary<FuzzRequest> {
  const id = fc.oneof(
    { weight: 5, arbitrary: fc.constantFrom(...ids) },
    { weight: 1, arbitrary: fc.constantFrom(...HOSTILE_IDS) },
  );
  const watermark = fc.constantFrom(
    '',
    '?watermark=0',
    '?watermark=1',
    '?watermark=-',
    '?watermark=-1',
    '?watermark=1e9',
    `?watermark=${'9'.repeat(15)}`,
    `?watermark=${'9'.repeat(40)}`,
    '?watermark=%00',
    '?watermark=1&watermark=2',
    '?watermark=%zz',
    '?userId=x',
  );
  const of = (part: string) =>
    fc.tuple(id, watermark).map(([one, query]) => `/v3/directline/conversations/${one}${part}${query}`);
  const call = fc.oneof(
    { weight: 6, arbitrary: calls('POST', of('/activities'), activities) },
    { weight: 1, arbitrary: calls('POST', of('/upload'), activities) },
    { weight: 2, arbitrary: calls('GET', of('/activities'), null) },
    { weight: 1, arbitrary: calls('GET', of(''), null) },
    { weight: 1, arbitrary: calls('GET', of('/stream'), null) },
    { weight: 2, arbitrary: calls('POST', fc.constant('/v3/directline/conversations'), starts) },
    { weight: 2, arbitrary: calls('POST', fc.constant('/v3/directline/tokens/generate'), starts) },
    { weight: 1, arbitrary: calls('POST', fc.constant('/v3/directline/tokens/refresh'), starts) },
    { weight: 1, arbitrary: calls('GET', fc.constant('/v3/directline/session/getsessionid'), null) },
    {
      weight: 1,
      arbitrary: calls(
        'GET',
        id.map((one) => `/v3/directline/attachments/${one}`),
        null,
      ),
    },
    {
      weight: 1,
      arbitrary: calls(
        'POST',
        fc.constant('/api/widget/session'),
        fc.record({ language: TEXTS, resumeKey: TEXTS }, { requiredKeys: [] }),
      ),
    },
    { weight: 1, arbitrary: calls(null, fc.oneof(of('/activities'), of('/upload'), of('')), null) },
  );
  const bearers = (some: readonly string[]) => fc.constantFrom(...some.map((token) => `Bearer ${token}`));
  const authorization = fc.oneof(
    { weight: 8, arbitrary: bearers(tokens) },
    { weight: 2, arbitrary: bearers([...badTokens, 'x'.repeat(7000), 'a b', '']) },
    { weight: 1, arbitrary: fc.constantFrom('', 'Bearer', 'Basic x', 'bearer x') },
  );
  return fc
    .tuple(call, authorization)
    .map(([request, authorization]) => ({ ...request, headers: { ...request.headers, authorization } }));
}

function calls(
  method: string | null,
  path: fc.Arbitrary<string>,
  body: fc.Arbitrary<unknown> | null,
): fc.Arbitrary<FuzzRequest> {
  const methods = method === null ? fc.constantFrom('PUT', 'PATCH', 'DELETE', 'HEAD', 'PROPFIND') : fc.constant(method);
  const type = fc.constantFrom(
    'application/json',
    'application/json',
    'text/plain',
    'multipart/form-data',
    'multipart/form-data; boundary=x',
    '',
  );
  return fc
    .tuple(methods, path, body === null ? fc.constant(null) : bytesOf(body), type)
    .map(([verb, to, bytes, contentType]) => ({
      method: verb,
      path: to,
      ...(bytes === null ? {} : { body: bytes, headers: { 'content-type': contentType } }),
    }));
}

function bytesOf(body: fc.Arbitrary<unknown>): fc.Arbitrary<Buffer | string> {
  const text = (value: unknown) => JSON.stringify(value) ?? '';
  return fc.oneof(
    { weight: 5, arbitrary: body.map(text) },
    { weight: 3, arbitrary: body.chain(spoilt).map(text) },
    { weight: 2, arbitrary: body.chain((value) => brokenBytes(text(value))) },
  );
}
