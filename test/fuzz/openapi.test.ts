import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { DirectLineCustomer } from '../support/direct-line-customer.ts';
import { type ApiOperation, operationsIn } from './support/api-operations.ts';
import { type ApiRequest, requestsTo } from './support/api-requests.ts';
import { expectNothingLeft } from './support/expect-nothing-left.ts';
import { type FuzzServer, startFuzzServer } from './support/fuzz-server.ts';
import { runs, SEEDED } from './support/fuzz-settings.ts';
import { expectGoodAnswer } from './support/good-answer.ts';
import type { FuzzAnswer } from './support/http-client.ts';
import { valuesOf } from './support/schema-values.ts';
import { NOBODY, type StaffCaller, signIn, signInEverybody } from './support/staff-caller.ts';

/** What the description is known to hold; a route that is added is fuzzed without a word here. */
const FEWEST_OPERATIONS = 20;

describe(`every operation of the API, asked rightly and wrongly ${SEEDED}`, function () {
  this.timeout(120_000);
  let server: FuzzServer;
  let operations: ApiOperation[];
  let callers: StaffCaller[];
  const known: Record<string, string[]> = {};

  before(async () => {
    server = await startFuzzServer();
    const { client, rows } = server;
    operations = operationsIn((await client.send({ method: 'GET', path: '/api/openapi.json' })).json);
    callers = await signInEverybody(client);
    await serveCustomers(server.url);
    await rows.settled();
    const ids = (sql: string) => rows.all(sql).map(({ id }) => String(id));
    known.id = [...ids('select id from service_session'), ...ids('select id from conversation')];
    known.number = ids('select number as id from ticket');
    known.intent = ['ask_tariff', 'help', 'complain'];
    known.language = ['en', 'zh-Hans', 'yue'];
  });
  after(async () => {
    expect(await server.stop()).to.equal(0);
  });

  it('are all described', () => {
    expect(operations.length).to.be.at.least(FEWEST_OPERATIONS);
    for (const { path, params } of operations) {
      expect(path.match(/\{\w+\}/g)?.length ?? 0, path).to.equal(params.length);
    }
  });

  it('name the field that is wrong, missing or unknown, and leave nothing half-done', async () => {
    const admin = callers.find(({ name }) => name === 'admin') ?? NOBODY;
    const agent = callers.find(({ name }) => name === 'agent1') ?? NOBODY;
    for (const operation of operations) {
      if (operation.body === null) continue;
      const caller = operation.roles.includes('admin') || operation.roles.includes('supervisor') ? admin : agent;
      const ask = (body: unknown) => send(operation, operation.isPublic ? NOBODY : caller, body);
      const [right] = fc.sample(valuesOf(operation.body), { numRuns: 1, seed: 1 }) as [Record<string, unknown>];
      const required = operation.body.required ?? [];
      const askWrongly = async () => {
        expectRefusal(await ask({ ...right, unheard_of: 1 }), 'unknown_field', /unheard_of$/);
        expectRefusal(await ask([]), 'invalid', /^body$/);
        for (const name of required) {
          const { [name]: _left, ...rest } = right;
          expectRefusal(await ask(rest), 'invalid', new RegExp(`^(body\\.)?${name}$`));
          expectRefusal(await ask({ ...right, [name]: [[]] }), 'invalid', new RegExp(`^(body\\.)?${name}(\\.0)?$`));
        }
      };
      const before = server.rows.fingerprint();
      await askWrongly();
      if (server.rows.fingerprint() !== before)
        await expectNothingLeft(server.rows, askWrongly, { what: operation.id });
    }
  });

  it('refuse what asks for too much, in the wrong form or without right, and never break', async () => {
    for (const operation of operations) {
      const throwaway = operation.id.endsWith('sign_out') ? [await signIn(server.client, 'agent2')] : callers;
      const given = { callers: [...throwaway, NOBODY, ...FORGED], known };
      const property = fc.asyncProperty(requestsTo(operation, given), (asked) => check(operation, asked));
      await fc.assert(property, runs(operation.body ? 90 : 50));
    }
  });

  it('have left every conversation whole', async () => {
    await server.rows.settled();
    expect(server.rows.setAside()).to.deep.equal([]);
    expect(server.rows.gapped()).to.deep.equal([]);
  });

  async function check(operation: ApiOperation, { caller, request }: ApiRequest): Promise<void> {
    const { client, rows } = server;
    // Whoever fails to show who they are is noted and counted, as it has to be.
    const apart = /_(sign_in|proof|my_password)$/.test(operation.id) ? ['audit', 'sign_in_try'] : [];
    const before = rows.fingerprint(apart);
    const answer = await client.send(request);
    const what = `${caller}: ${request.method} ${request.path} ${String(request.body).slice(0, 300)}`;
    if (request.method === 'HEAD') expect(answer.status, what).to.be.within(200, 499);
    else expectGoodAnswer(answer, what);
    if (answer.status >= 400) {
      await rows.settled();
      if (rows.fingerprint(apart) === before) return;
      await expectNothingLeft(rows, () => client.send(request), { what: `${what}\n${answer.text}`, without: apart });
      return;
    }
    await rows.settled();
    if (request.method !== operation.method) return;
    if (!operation.isPublic) expect(callers.map(({ name }) => name).concat('agent2'), what).to.include(caller);
    if (answer.status !== 204 && operation.answer) {
      const described = z.fromJSONSchema(operation.answer as Parameters<typeof z.fromJSONSchema>[0]);
      expect(described.safeParse(answer.json).error?.issues, what).to.equal(undefined);
    }
  }

  function send({ method, path }: ApiOperation, caller: StaffCaller, body: unknown): Promise<FuzzAnswer> {
    const real = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => known[name]?.[0] ?? 'x');
    const headers = { 'content-type': 'application/json', ...caller.headers };
    return server.client.send({ method, path: real, headers, body: JSON.stringify(body) });
  }
});

function expectRefusal(answer: FuzzAnswer, code: string, field: RegExp): void {
  expect(answer.status, answer.text).to.equal(400);
  expect(answer.json, answer.text).to.have.nested.property('error.code', code);
  expect(answer.json, answer.text).to.have.nested.property('error.field').that.matches(field);
}

/** Signs of a sign-in that are nobody's. */
const FORGED: readonly StaffCaller[] = [
  { name: 'forged', headers: { cookie: `switchboard-desk=${'x'.repeat(43)}`, 'x-csrf-token': 'x'.repeat(43) } },
  { name: 'another host’s', headers: { cookie: `__Host-switchboard-desk=${'x'.repeat(43)}` } },
];

/** Conversations in every state: with the bot, with a ticket, waiting for a person. */
async function serveCustomers(base: string): Promise<void> {
  const says = [
    ['你好'],
    ['我家停电了，整栋楼都没电，寮步镇石步村'],
    ['我要找人工客服'],
    ['I want to talk to a person'],
    ['投诉：上次抢修迟到了三个小时'],
  ];
  for (const texts of says) {
    const customer = await DirectLineCustomer.begin(base);
    for (const text of texts) await customer.send(base, text);
  }
}
