import { expect } from 'chai';
import fc from 'fast-check';
import { z } from 'zod';
import { ENGINES } from '../../contract/engines.ts';
import { A_FAULT, type IntegrationCaller, IntegrationRig } from './integration-rig.ts';

const refusal = z.strictObject({
  error: z.strictObject({ code: z.string(), message: z.string().min(1), field: z.string().min(1).max(200).optional() }),
});

describe('the API of other systems, asked wrongly', () => {
  let rig: IntegrationRig;
  let oms: IntegrationCaller;
  before(async () => {
    const engine = await ENGINES[0]?.open();
    if (!engine) throw new Error('no engine');
    rig = await IntegrationRig.open(engine, { callsPerMinute: 100_000 });
    oms = await rig.client('oms');
  });
  after(() => rig.close());
  const count = async () => (await rig.desk.database.query.selectFrom('ticket_event').selectAll().execute()).length;

  it('refuses whatever is no report, in words and without a trace', async () => {
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.record({ description: fc.jsonValue(), facts: fc.jsonValue(), place: fc.jsonValue() }),
      fc.jsonValue().map((facts) => ({ ...A_FAULT, facts })),
      fc.string().map((place) => ({ ...A_FAULT, place: `\u0000${place}`, unheard: 1 })),
    );
    const before = await count();
    await fc.assert(
      fc.asyncProperty(bodies, fc.string({ maxLength: 300 }), async (body, key) => {
        const safeKey = /^[\x21-\x7e]{1,200}$/.test(key) ? key : 'k';
        const answer = await oms.report(body, safeKey);
        expect(answer.status, JSON.stringify(body)).to.be.within(400, 499);
        refusal.parse(answer.body);
      }),
      { numRuns: 150 },
    );
    expect(await count()).to.equal(before);
  });

  it('refuses whatever is no change, and leaves the ticket as it was', async () => {
    const { body: opened } = await oms.report(A_FAULT);
    const moments = fc.oneof(
      fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
      fc.string(),
    );
    const bodies = fc.oneof(
      fc.jsonValue(),
      fc.record({ eta: fc.record({ at: moments, source: fc.string() }), colour: fc.constant(1) }),
      fc.record({ restoredAt: fc.string() }),
      fc.record({ state: fc.constantFrom('on_site', 'closed', 'nowhere', '') }),
    );
    await fc.assert(
      fc.asyncProperty(bodies, async (body) => {
        const answer = await oms.update(opened.number, 1, body);
        expect(answer.status, JSON.stringify(body)).to.be.within(400, 499);
        refusal.parse(answer.body);
      }),
      { numRuns: 150 },
    );
    expect((await oms.get(`/${opened.number}`)).body).to.deep.equal(opened);
  });

  it('refuses headers and addresses that are none', async () => {
    const tags = ['1', '"x"', 'W/"1"', '*', '"1", "2"', '"-1"', '"99999999999999999"'];
    for (const tag of tags) {
      const answer = await oms.call('PATCH', '/1', { zone: 'urban' }, { 'if-match': tag });
      expect([answer.status, answer.body.error.field], tag).to.deep.equal([400, 'if-match']);
    }
    for (const path of [
      '?limit=0',
      '?limit=201',
      '?cursor=%20',
      '?state=sleeping',
      '?changedSince=yesterday',
      '?x=1',
    ]) {
      expect((await oms.get(path)).status, path).to.equal(400);
    }
    const anyway = await oms.call('POST', '', A_FAULT, { 'idempotency-key': 'with a space' });
    expect(anyway.body.error.field).to.equal('idempotency-key');
  });

  it('slows down who asks too often, and nobody else', async () => {
    const engine = await ENGINES[0]?.open();
    if (!engine) throw new Error('no engine');
    const small = await IntegrationRig.open(engine, { callsPerMinute: 3 });
    try {
      const [greedy, modest] = [await small.client('greedy'), await small.client('modest')];
      for (let calls = 0; calls < 3; calls += 1) expect((await greedy.get()).status).to.equal(200);
      const refused = await greedy.get();
      expect([refused.status, refused.body.error.code]).to.deep.equal([429, 'rate_limited']);
      expect(Number(refused.headers.get('retry-after'))).to.be.within(1, 120);
      expect((await modest.get()).status).to.equal(200);
    } finally {
      await small.close();
    }
  });

  it('notes who has looked at contacts', async () => {
    const { body: opened } = await oms.report({ ...A_FAULT, phone: '13800138000' });
    await oms.get(`/${opened.number}`);
    const reader = await rig.client('map', ['tickets:read']);
    await reader.get(`/${opened.number}`);
    const audited = await rig.desk.database.query.selectFrom('audit').select(['actor', 'action']).execute();
    const actors = audited.filter(({ action }) => action === 'looked').map(({ actor }) => actor);
    expect(actors).to.include('api:oms').and.to.not.include('api:map');
  });
});
