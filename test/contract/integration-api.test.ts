import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { openIntegrationRepositories } from '../../desk/integration/integration-parts.ts';
import { moveTicket } from '../../desk/tickets/change-ticket.ts';
import { statement } from '../../store/database.ts';
import { A_FAULT, IntegrationCaller, IntegrationRig } from '../channels/integration-api/integration-rig.ts';
import { openTicket } from '../channels/integration-api/open-ticket.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;

for (const engine of ENGINES) {
  describe(`the API of other systems on ${engine.name}`, () => {
    let rig: IntegrationRig;
    let oms: IntegrationCaller;
    let closed = true;
    before(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      rig = await IntegrationRig.open(opened);
      closed = false;
      oms = await rig.client('oms');
    });
    after(async () => {
      if (!closed) await rig.close();
    });
    const iso = (at: number) => new Date(at).toISOString();
    const tickets = () => rig.desk.database.query.selectFrom('ticket').selectAll().execute();
    const history = (number: string) =>
      rig.desk.database.query
        .selectFrom('ticket_event as event')
        .innerJoin('ticket', 'ticket.id', 'event.ticket_id')
        .select(['event.type', 'event.actor', 'event.data'])
        .where('ticket.number', '=', number)
        .orderBy('event.seq')
        .execute();

    it('opens a fault, grades it by the rule, and says where it is found and which version it is', async () => {
      const { status, headers, body } = await oms.report(A_FAULT);
      expect(status).to.equal(201);
      expect(body).to.include({ state: 'received', severity: 'P2', place: A_FAULT.place, version: 1, kind: 'fault' });
      expect(body.reasons).to.deep.equal(['no_power.street']);
      expect(headers.get('etag')).to.equal('"1"');
      expect(headers.get('location')).to.equal(`/api/integration/v1/tickets/${body.number}`);
      const read = await oms.get(`/${body.number}`);
      expect(read.body).to.deep.equal(body);
      expect((await history(body.number)).map(({ type, actor }) => [type, actor])).to.deep.include([
        'opened',
        'api:oms',
      ]);
    });

    it('answers the same key with the same body as before and opens nothing, however many ask at once', async () => {
      const key = randomUUID();
      const before = (await tickets()).length;
      const answers = await Promise.all(Array.from({ length: 8 }, () => oms.report(A_FAULT, key)));
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).to.equal(1);
      expect(answers.every(({ status }) => status === 201)).to.equal(true);
      const [{ body: opened } = { body: undefined }] = answers;
      await oms.update(opened?.number ?? '', 1, { zone: 'rural' });
      const later = await oms.report(
        { place: A_FAULT.place, facts: A_FAULT.facts, description: A_FAULT.description },
        key,
      );
      expect(later.body, 'the answer of then, whatever has changed, and however its fields are ordered').to.deep.equal(
        opened,
      );
      expect((await tickets()).length).to.equal(before + 1);
    });

    it('refuses a key that was used for something else, but not another client’s', async () => {
      const key = randomUUID();
      await oms.report(A_FAULT, key);
      const reused = await oms.report({ ...A_FAULT, description: 'Something else' }, key);
      expect(reused.status).to.equal(422);
      expect(reused.body.error).to.include({ code: 'idempotency_key_reused', field: 'idempotency-key' });
      const other = await rig.client('scada');
      expect((await other.report({ ...A_FAULT, description: 'Something else' }, key)).status).to.equal(201);
    });

    it('keeps no answer of what was refused', async () => {
      const key = randomUUID();
      const nowhere = { description: A_FAULT.description, facts: A_FAULT.facts };
      expect((await oms.report(nowhere, key)).body.error).to.include({ code: 'place_missing', field: 'body.place' });
      expect((await oms.report(A_FAULT, key)).status, 'put right and sent again').to.equal(201);
    });

    it('names the field that is wrong, missing or unknown', async () => {
      const cases: [unknown, string, string][] = [
        [{ ...A_FAULT, facts: { no_power: 'yes' } }, 'invalid', 'body.facts.no_power'],
        [{ ...A_FAULT, facts: { no_power: true, hazards: ['dragons'] } }, 'invalid', 'body.facts.hazards.0'],
        [{ ...A_FAULT, colour: 'red' }, 'unknown_field', 'body.colour'],
        [{ ...A_FAULT, position: { lat: 91, lon: 0 } }, 'invalid', 'body.position.lat'],
        [{ facts: A_FAULT.facts, place: 'here' }, 'invalid', 'body.description'],
      ];
      for (const [body, code, field] of cases) {
        const answer = await oms.report(body);
        expect(answer.status, field).to.equal(400);
        expect(answer.body.error).to.include({ code, field });
      }
      const account = await oms.report({ ...A_FAULT, accountNumber: '0319000000000000' });
      expect(account.body.error).to.include({ code: 'unknown_account', field: 'body.accountNumber' });
      const keyless = await oms.call('POST', '', A_FAULT);
      expect(keyless.status).to.equal(400);
      expect(keyless.body.error).to.include({ code: 'header_missing', field: 'idempotency-key' });
      const empty = await oms.update('1', 1, { note: 'nothing new' });
      expect(empty.body.error).to.include({ code: 'invalid', field: 'body' });
    });

    it('takes a restoration time with its source, changed and withdrawn', async () => {
      const { body: opened } = await oms.report(A_FAULT);
      const at = rig.desk.now + 90 * MINUTE;
      const set = await oms.update(opened.number, 1, { eta: { at: iso(at), source: 'control_centre' } });
      expect(set.status).to.equal(200);
      expect(set.body.eta).to.deep.equal({ at: iso(at), source: 'control_centre', setAt: iso(rig.desk.now) });
      expect(set.headers.get('etag')).to.equal('"2"');
      const later = await oms.update(opened.number, 2, { eta: { at: iso(at + MINUTE), source: 'crew' } });
      expect(later.body.eta).to.include({ source: 'crew' });
      const past = await oms.update(opened.number, 3, { eta: { at: iso(rig.desk.now), source: 'crew' } });
      expect(past.body.error).to.include({ code: 'in_the_past', field: 'body.eta.at' });
      expect((await oms.update(opened.number, 3, { eta: null })).body.eta).to.equal(null);
      const told = (await history(opened.number))
        .filter(({ type }) => type === 'eta')
        .map(({ data }) => JSON.parse(data));
      expect(told).to.deep.equal([
        { to: at, source: 'control_centre' },
        { from: at, to: at + MINUTE, source: 'crew' },
        { from: at + MINUTE, to: null },
      ]);
    });

    it('takes a restoration from whoever follows no crews, with all that goes with it in one commit', async () => {
      const { body: opened } = await oms.report(A_FAULT);
      rig.desk.now += 60 * MINUTE;
      const restoredAt = iso(rig.desk.now - 10 * MINUTE);
      const { body } = await oms.update(opened.number, 1, { zone: 'rural', restoredAt, note: 'reclosed' });
      expect(body).to.include({
        state: 'restored',
        resolvedDateTime: restoredAt,
        arrivedAt: restoredAt,
        zone: 'rural',
      });
      expect(body.version).to.equal(3);
      expect((await oms.get(`/${opened.number}`)).body).to.deep.equal(body);
      const again = await oms.update(opened.number, 3, { restoredAt });
      expect(again.status).to.equal(409);
      expect(again.body.error).to.include({ code: 'not_from_here' });
      const ahead = await oms.update((await oms.report(A_FAULT)).body.number, 1, {
        restoredAt: iso(rig.desk.now + 6 * MINUTE),
      });
      expect(ahead.body.error).to.include({ code: 'in_the_future', field: 'body.restoredAt' });
    });

    it('walks a ticket through the field’s states, and no other way', async () => {
      const { body: opened } = await oms.report(A_FAULT);
      expect(opened.moves).to.deep.equal(['acknowledged', 'crew_assigned', 'cancelled']);
      expect((await oms.update(opened.number, 1, { state: 'on_site' })).body.error.code).to.equal('not_from_here');
      expect((await oms.update(opened.number, 1, { state: 'crew_assigned' })).body.error.field).to.equal('body.crew');
      expect((await oms.update(opened.number, 1, { state: 'crew_assigned', crew: 'Crew 7' })).body.crew).to.equal(
        'Crew 7',
      );
      expect((await oms.update(opened.number, 2, { state: 'cancelled' })).body.error.field).to.equal('body.note');
      const over = await oms.update(opened.number, 2, { state: 'cancelled', note: 'a double' });
      expect(over.body).to.include({ state: 'cancelled' });
      expect((await oms.update(opened.number, 3, { zone: 'urban' })).body.error.code).to.equal('ticket_over');
    });

    it('overwrites nothing that it has not seen', async () => {
      const dispatcher = await rig.desk.hire(['dispatcher']);
      const { body: opened } = await oms.report(A_FAULT);
      const unmatched = await oms.call('PATCH', `/${opened.number}`, { zone: 'urban' });
      expect(unmatched.status).to.equal(428);
      await moveTicket(rig.desk.parts, dispatcher, { number: opened.number, version: 1, to: 'acknowledged' });
      const late = await oms.update(opened.number, 1, { zone: 'urban' });
      expect(late.status).to.equal(412);
      expect(late.body.error).to.include({ code: 'version_differs', field: 'if-match' });
      const raced = await Promise.all(
        ['urban', 'rural', 'remote'].map((zone) => oms.update(opened.number, 2, { zone })),
      );
      expect(raced.map(({ status }) => status).sort()).to.deep.equal([200, 412, 412]);
    });

    it('answers a change with a key as before, though its version is long past', async () => {
      const { body: opened } = await oms.report(A_FAULT);
      const headers = { 'idempotency-key': randomUUID() };
      const first = await oms.update(opened.number, 1, { zone: 'remote' }, headers);
      expect(await oms.update(opened.number, 1, { zone: 'remote' }, headers)).to.deep.include({ body: first.body });
      expect((await oms.update(opened.number, 2, { zone: 'urban' }, headers)).body.error.code).to.equal(
        'idempotency_key_reused',
      );
    });

    it('gives pages that stay as they are while tickets are opened', async () => {
      const cursorOf = (next: string | null) => `&cursor=${next ?? ''}`;
      for (let index = 0; index < 5; index += 1) await oms.report(A_FAULT);
      const all = (await oms.get('?limit=200')).body.tickets.map(({ number }) => number);
      const seen: string[] = [];
      let next: string | null = '';
      while (next !== null) {
        const page = await oms.get(`?limit=3${next === '' ? '' : cursorOf(next)}`);
        seen.push(...page.body.tickets.map(({ number }) => number));
        next = page.body.next;
        rig.desk.now += 1;
        await oms.report(A_FAULT);
      }
      expect(seen).to.deep.equal(all);
      expect((await oms.get('?cursor=bm9uc2Vuc2U')).body.error.field).to.equal('query.cursor');
    });

    it('gives only what has changed since', async () => {
      rig.desk.now += 60 * MINUTE;
      const since = iso(rig.desk.now);
      const { body: opened } = await oms.report(A_FAULT);
      const changed = await oms.get(`?changedSince=${encodeURIComponent(since)}`);
      expect(changed.body.tickets.map(({ number }) => number)).to.deep.equal([opened.number]);
      expect((await oms.get('?state=received&severity=P1')).body.tickets).to.deep.equal([]);
    });

    it('shows a report with a self-check, by itself and in pages, with the facts that the protocol names', async () => {
      const facts = { class: 'low_voltage', hazards: [], people: [], site: [], scope: 'premises', no_power: true };
      const number = await openTicket(rig.desk, { facts: JSON.stringify({ ...facts, signs: { breaker: 'off' } }) });
      const { status, body } = await oms.get(`/${number}`);
      expect([status, body.facts]).to.deep.equal([200, facts]);
      expect((await oms.get()).body.tickets.map((ticket) => ticket.number)).to.include(number);
    });

    it('knows no tickets that concern people and money', async () => {
      const reader = await rig.client('map', ['tickets:read', 'tickets:write']);
      for (const kind of ['bill_dispute', 'payment_problem', 'payment_plan', 'reconnection', 'callback'] as const) {
        const number = await openTicket(rig.desk, { kind, description: 'owes ¥120.00' });
        expect((await reader.get(`/${number}`)).status, kind).to.equal(404);
        expect((await reader.update(number, 1, { zone: 'urban' })).status, kind).to.equal(404);
        expect((await reader.get(`?kind=${kind}`)).body.tickets, kind).to.deep.equal([]);
      }
      for (const kind of ['fault', 'meter', 'damage_claim'] as const) {
        const number = await openTicket(rig.desk, { kind });
        expect((await reader.get(`/${number}`)).status, kind).to.equal(200);
      }
    });

    it('masks numbers in the customer’s words for whoever may not know contacts', async () => {
      const given = {
        place: 'Songshan Road 12, ask at 138 0013 8000',
        since: '2026-11-24 07:30',
        description: 'All dark\n13800138000',
      };
      const number = await openTicket(rig.desk, given);
      expect((await oms.get(`/${number}`)).body).to.include(given);
      const reader = await rig.client('map', ['tickets:read']);
      const masked = {
        place: 'Songshan Road 12, ask at ••• •••• ••••',
        since: given.since,
        description: 'All dark\n•••••••••••',
      };
      expect((await reader.get(`/${number}`)).body).to.include(masked);
      const listed = (await reader.get('?limit=200')).body.tickets.find((ticket) => ticket.number === number);
      expect(listed).to.include(masked);
    });

    it('shows contacts only to whoever may know them', async () => {
      const { body: opened } = await oms.report({ ...A_FAULT, phone: '13800138000' });
      expect(opened.phone).to.equal('13800138000');
      const reader = await rig.client('map', ['tickets:read']);
      expect((await reader.get(`/${opened.number}`)).body).to.include({ phone: null, number: opened.number });
    });

    it('lets nobody in without a good key and the right to it', async () => {
      const reader = await rig.client('map', ['tickets:read']);
      const refused = await reader.report(A_FAULT);
      expect([refused.status, refused.body.error.code]).to.deep.equal([403, 'scope_missing']);
      const expiring = await rig.client('old', undefined, rig.desk.now + 1);
      expect((await expiring.get()).status).to.equal(200);
      rig.desk.now += 1;
      expect((await expiring.get()).body.error.code).to.equal('api_key_invalid');
      const { keys } = openIntegrationRepositories(rig.desk.database);
      await rig.desk.database.commit([keys.revoke(reader.keyId, rig.desk.now)]);
      for (const key of ['', 'sbk_nonsense', reader.key]) {
        expect((await new IntegrationCaller(rig.base, key).get()).status, key).to.equal(401);
      }
    });

    it('keeps no key that could be read out of the store', async () => {
      const rows = await rig.desk.database.query.selectFrom('api_key').selectAll().execute();
      expect(JSON.stringify(rows)).to.not.include(oms.key.slice(4));
      expect(rows.every(({ key_hash }) => /^[0-9a-f]{64}$/.test(key_hash))).to.equal(true);
    });

    it('forgets what it answered once nobody will ask again', async () => {
      const { answers } = openIntegrationRepositories(rig.desk.database);
      await rig.desk.database.commit([answers.forget(rig.desk.now + 1)]);
      expect(await rig.desk.database.query.selectFrom('idempotent_answer').selectAll().execute()).to.deep.equal([]);
      await rig.desk.database.commit([statement(rig.desk.database.query.deleteFrom('ticket'))]);
    });
  });
}
