import { expect } from 'chai';
import { z } from 'zod';
import { mountApiRoutes } from '../../channels/api-routes.ts';
import type { Admission, Door } from '../../channels/door.ts';
import { openApi } from '../../channels/openapi.ts';
import { NOBODY, type Route, route } from '../../channels/route.ts';
import { call } from './support/direct-line-caller.ts';
import { type SmallServer, startSmallServer } from './support/small-server.ts';

const thing = z.strictObject({ name: z.string().min(1), parts: z.array(z.strictObject({ size: z.number() })) });

function routes(): Route[] {
  return [
    route({
      method: 'put',
      path: '/api/things/{id}',
      summary: 'Changes a thing',
      access: ['supervisor'],
      params: z.object({ id: z.string().regex(/^\d+$/) }),
      query: z.object({ dry: z.enum(['yes', 'no']).default('no') }),
      body: thing,
      answer: z.object({ id: z.string(), dry: z.string(), name: z.string() }),
      handle: async ({ params, query, body }) => ({
        status: 200,
        body: { id: params.id, dry: query.dry, name: body.name },
        headers: { 'set-cookie': 'a=1' },
      }),
    }),
    route({
      method: 'delete',
      path: '/api/things/{id}',
      summary: 'Removes a thing',
      access: 'anyone',
      params: z.object({ id: z.string() }),
      handle: async ({ params }) =>
        params.id === '1' ? { status: 204 } : { status: 409, code: 'already_claimed', field: 'id' },
    }),
    route({
      method: 'get',
      path: '/api/wrong',
      summary: 'Answers what it should not',
      access: 'public',
      answer: z.object({ count: z.number() }),
      handle: async () => ({ status: 200, body: { count: 'three' as unknown as number } }),
    }),
  ];
}

describe('our own API', () => {
  let small: SmallServer;
  let admission: Admission;
  const door: Door = { authenticate: async () => NOBODY, admit: async () => admission };
  before(async () => {
    small = await startSmallServer((server) => mountApiRoutes(server, routes(), { door, checkAnswers: true }));
  });
  after(() => small.server.close());
  beforeEach(() => {
    admission = { admitted: true, caller: NOBODY };
  });

  const put = (json: unknown, path = '/api/things/5') => call(small.base + path, { method: 'PUT', json });
  const good = { name: 'a', parts: [{ size: 1 }] };

  it('hands a route what it asks for, parsed, and its answer on', async () => {
    const { status, body, headers } = await put(good, '/api/things/5?dry=yes');
    expect(status).to.equal(200);
    expect(body).to.deep.equal({ id: '5', dry: 'yes', name: 'a' });
    expect(headers.get('set-cookie')).to.equal('a=1');
  });

  it('asks the door before it looks at anything else', async () => {
    admission = { admitted: false, status: 401, code: 'not_signed_in' };
    const { status, body } = await put('nonsense', '/api/things/nonsense');
    expect(status).to.equal(401);
    expect(body.error.code).to.equal('not_signed_in');
  });

  const bad: [what: string, ask: () => ReturnType<typeof call>, status: number, code: string, field: string][] = [
    ['a parameter that is wrong', () => put(good, '/api/things/abc'), 400, 'invalid', 'params.id'],
    ['a query that is wrong', () => put(good, '/api/things/5?dry=maybe'), 400, 'invalid', 'query.dry'],
    ['a query given twice', () => put(good, '/api/things/5?dry=yes&dry=no'), 400, 'invalid', 'query.dry'],
    ['an unknown query', () => put(good, '/api/things/5?wet=yes'), 400, 'unknown_field', 'query.wet'],
    ['an unknown field', () => put({ ...good, admin: true }), 400, 'unknown_field', 'body.admin'],
    [
      'an unknown field further in',
      () => put({ name: 'a', parts: [{ size: 1, x: 1 }] }),
      400,
      'unknown_field',
      'body.parts.0.x',
    ],
    ['a wrong type further in', () => put({ name: 'a', parts: [{ size: '1' }] }), 400, 'invalid', 'body.parts.0.size'],
    ['a missing field', () => put({ parts: [] }), 400, 'invalid', 'body.name'],
    ['a list for an object', () => put([]), 400, 'invalid', 'body'],
    ['no body', () => call(`${small.base}/api/things/5`, { method: 'PUT' }), 400, 'body_missing', 'body'],
    [
      'a form',
      () => call(`${small.base}/api/things/5`, { method: 'PUT', body: new URLSearchParams('a=1') }),
      415,
      'content_type_unsupported',
      'content-type',
    ],
    [
      'a body where none is taken',
      () => call(`${small.base}/api/things/1`, { method: 'DELETE', json: { a: 1 } }),
      400,
      'unknown_field',
      'body.a',
    ],
    ['a conflict', () => call(`${small.base}/api/things/2`, { method: 'DELETE' }), 409, 'already_claimed', 'id'],
  ];
  for (const [what, ask, status, code, field] of bad) {
    it(`refuses ${what}: ${status} ${code} at ${field}`, async () => {
      const answer = await ask();
      expect(answer.status).to.equal(status);
      expect(answer.body.error).to.include({ code, field });
    });
  }

  it('answers 204 with nothing', async () => {
    expect(await call(`${small.base}/api/things/1`, { method: 'DELETE' })).to.include({ status: 204, body: '' });
  });

  it('holds answers to their schema in tests', async () => {
    expect(await call(`${small.base}/api/wrong`)).to.have.property('status', 500);
  });
});

describe('the description of our API', () => {
  const document = openApi(routes(), { title: 'Switchboard', version: '1', cookie: 'staff' });

  it('is OpenAPI 3.1 out of the schemas that validate', () => {
    expect(document).to.include({ openapi: '3.1.0' });
    expect(document).to.have.nested.property('paths./api/things/{id}.put.operationId', 'put_things_id');
    const operation = (document as { paths: Record<string, Record<string, Record<string, unknown>>> }).paths[
      '/api/things/{id}'
    ]?.put;
    expect(operation?.parameters).to.deep.equal([
      { name: 'id', in: 'path', required: true, schema: { type: 'string', pattern: '^\\d+$' } },
      { name: 'dry', in: 'query', required: false, schema: { type: 'string', enum: ['yes', 'no'], default: 'no' } },
      { name: 'x-csrf-token', in: 'header', required: true, schema: { type: 'string' } },
    ]);
    expect(operation).to.have.nested.property(
      'requestBody.content.application/json.schema.additionalProperties',
      false,
    );
    expect(operation).to.have.property('x-roles').that.deep.equals(['supervisor']);
  });

  it('asks for no sign-in where none is needed', () => {
    expect(document).to.have.deep.nested.property('paths./api/wrong.get.security', []);
  });
});
