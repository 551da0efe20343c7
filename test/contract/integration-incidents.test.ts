import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { webhookMessage } from '../../channels/webhooks/webhook-message.ts';
import { WEBHOOK_EVENTS } from '../../domain/delivery/webhook-events.ts';
import { WebhookEndpointRepository } from '../../store/repositories/webhook-endpoint-repository.ts';
import { WebhookRepository } from '../../store/repositories/webhook-repository.ts';
import { webhookMessageSchema } from '../../web/protocol/integration.ts';
import { type IntegrationCaller, IntegrationRig } from '../channels/integration-api/integration-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const BELOW_A = ['F/a/1/x/1', 'F/a/1/y/2', 'F/a/2/x/3', 'F/a/2/y/4', 'F/a/1/x/4', 'F/a/2/x/5'];

for (const engine of ENGINES) {
  describe(`incidents for other systems on ${engine.name}`, () => {
    let rig: IntegrationRig;
    let oms: IntegrationCaller;
    let isOpen = false;
    before(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      rig = await IntegrationRig.open(opened);
      isOpen = true;
      await rig.incidents.build();
      oms = await rig.client('oms');
      await rig.desk.hire(['dispatcher'], 'dispatcher-1');
    });
    after(async () => {
      if (isOpen) await rig.close();
    });
    beforeEach(() => rig.incidents.clear());
    const iso = (at: number) => new Date(at).toISOString();

    /** An incident that was inferred from what customers have reported. */
    async function inferred() {
      for (const house of BELOW_A) {
        await rig.incidents.report(house);
        rig.desk.now += MINUTE / 2;
      }
      await rig.incidents.look();
      const [incident] = (await oms.get('/../incidents')).body.incidents;
      if (!incident) throw new Error('nothing was inferred');
      return incident;
    }

    it('are listed and read with their device, their tickets and how sure it is', async () => {
      const incident = await inferred();
      expect(incident).to.include({ state: 'probable', crew: null, eta: null });
      expect(incident.tickets).to.have.length(BELOW_A.length);
      expect(incident.device?.id).to.match(/^F\/a/);
      const { body, headers } = await oms.incident(incident.number);
      expect(body).to.deep.equal(incident);
      expect(headers.get('etag')).to.equal(`"${incident.version}"`);
      expect((await oms.get('/../incidents?state=closed')).body.incidents).to.deep.equal([]);
      expect((await oms.incident('IN0')).status).to.equal(404);
    });

    it('take a time with its source and a restoration, and their tickets with them', async () => {
      const { number, version, tickets } = await inferred();
      const at = iso(rig.desk.now + 90 * MINUTE);
      const timed = await oms.updateIncident(number, version, { eta: { at, source: 'control_centre' } });
      expect(timed.status, JSON.stringify(timed.body)).to.equal(200);
      expect(timed.body.eta).to.deep.equal({ at, source: 'control_centre', setAt: iso(rig.desk.now) });
      expect((await oms.get(`/${tickets[0]}`)).body.eta).to.deep.equal(timed.body.eta);
      const restored = await oms.updateIncident(number, timed.body.version, { restoredAt: iso(rig.desk.now) });
      expect(restored.body).to.include({ state: 'restored', restoredAt: iso(rig.desk.now) });
      for (const one of tickets) expect((await oms.get(`/${one}`)).body.state).to.equal('restored');
      const late = await oms.updateIncident(number, version, { crew: 'A7' });
      expect(late.status).to.equal(412);
      const again = await oms.updateIncident(number, restored.body.version, { crew: 'A7' });
      expect([again.status, again.body.error.code]).to.deep.equal([409, 'not_from_here']);
    });

    it('are opened at a device once by key, and refused where the network lacks it', async () => {
      const key = randomUUID();
      const answers = await Promise.all(Array.from({ length: 4 }, () => oms.openIncident({ device: 'F/a' }, key)));
      expect(answers.map(({ status }) => status)).to.deep.equal([201, 201, 201, 201]);
      expect(new Set(answers.map(({ body }) => JSON.stringify(body))).size).to.equal(1);
      const [opened] = answers;
      expect(opened?.body).to.include({ state: 'confirmed', probability: 1, version: 1 });
      expect((await oms.get('/../incidents')).body.incidents).to.have.length(1);
      expect((await oms.incident(opened?.body.number ?? '')).body).to.deep.equal(opened?.body);
      const other = await oms.openIncident({ device: 'F/b' }, key);
      expect(other.body.error.code).to.equal('idempotency_key_reused');
      const nowhere = await oms.openIncident({ device: 'nowhere' });
      expect([nowhere.status, nowhere.body.error.field]).to.deep.equal([422, 'body.device']);
    });

    it('take one thing at a time, from whoever may', async () => {
      const { number, version } = await inferred();
      const both = await oms.updateIncident(number, version, { crew: 'A7', restoredAt: iso(rig.desk.now) });
      expect(both.body.error).to.include({ code: 'invalid', field: 'body' });
      const reader = await rig.client('map', ['incidents:read', 'tickets:write']);
      expect((await reader.updateIncident(number, version, { crew: 'A7' })).status).to.equal(403);
      const confirmed = await oms.updateIncident(number, version, {
        confirmed: { device: 'F/a/1', cause: 'fuse_blown' },
      });
      expect(confirmed.body).to.include({ state: 'confirmed', cause: 'fuse_blown', probability: 1 });
    });

    it('are told of by webhooks in the commit of their change', async () => {
      const { database } = rig.desk;
      const row = {
        id: randomUUID(),
        name: randomUUID(),
        url: 'https://x.example',
        contacts: 0,
        active: 1,
        created_at: 1,
      };
      const events = JSON.stringify(WEBHOOK_EVENTS.filter((event) => event.startsWith('incident.')));
      const endpoints = new WebhookEndpointRepository(database);
      await database.commit(endpoints.add({ ...row, events }, { id: randomUUID(), secret: 'c2VjcmV0' }));
      const { number, version } = await inferred();
      await oms.updateIncident(number, version, { eta: { at: iso(rig.desk.now + MINUTE), source: 'crew' } });
      const waiting = new WebhookRepository(database);
      const told: unknown[] = [];
      for (let more = true; more; ) {
        const claimed = await waiting.claim({ now: rig.desk.now, leaseMs: 1000, limit: 10, mostTries: 3 });
        more = claimed.length > 0;
        for (const delivery of claimed) {
          if (delivery.told === null) throw new Error('there is nothing to tell');
          const message = webhookMessageSchema.parse(webhookMessage(delivery, delivery.told));
          told.push([message.type, message.data.incident?.number]);
          await database.commit([waiting.settle(delivery, { state: 'sent' }, rig.desk.now)]);
        }
      }
      expect(told[0]).to.deep.equal(['incident.opened', number]);
      expect(told.at(-1)).to.deep.equal(['incident.eta', number]);
      await database.commit(endpoints.shut(row.name));
    });
  });
}
