import { randomBytes, randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { pino } from 'pino';
import type { Outbox, OutboxSettings } from '../../channels/outbox/outbox.ts';
import { webhookDelivery } from '../../channels/webhooks/deliver-webhook.ts';
import { webhookOutbox } from '../../channels/webhooks/webhook-outbox.ts';
import { webhookTargets } from '../../channels/webhooks/webhook-target.ts';
import type { Actor } from '../../desk/actor.ts';
import { listDeadLetters, retryDeadLetter } from '../../desk/operators/dead-letters.ts';
import { moveTicket } from '../../desk/tickets/change-ticket.ts';
import { WEBHOOK_EVENTS } from '../../domain/delivery/webhook-events.ts';
import { statement } from '../../store/database.ts';
import { WebhookEndpointRepository } from '../../store/repositories/webhook-endpoint-repository.ts';
import { type WebhookDelivery, WebhookRepository } from '../../store/repositories/webhook-repository.ts';
import { A_FAULT, type IntegrationCaller, IntegrationRig } from '../channels/integration-api/integration-rig.ts';
import { openTicket } from '../channels/integration-api/open-ticket.ts';
import { WebhookReceiver } from '../support/webhook-receiver.ts';
import { ENGINES } from './engines.ts';

const SOME_FACTS = {
  ...{ class: 'low_voltage', hazards: [], people: [], site: [], scope: 'premises', no_power: true },
} as const;
const SILENT = pino({ level: 'silent' });
const QUICK: Partial<OutboxSettings> = { mostTries: 4, firstWaitMs: 20, longestWaitMs: 40, leaseMs: 2000, everyMs: 20 };

for (const engine of ENGINES) {
  describe(`webhooks on ${engine.name}`, () => {
    let rig: IntegrationRig | undefined;
    let oms: IntegrationCaller;
    let admin: Actor;
    let endpoints: WebhookEndpointRepository;
    let receiver: WebhookReceiver;
    let secret: string;
    let sender: Outbox<WebhookDelivery>;
    before(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      rig = await IntegrationRig.open(opened);
      oms = await rig.client('oms');
      admin = await rig.desk.hire(['admin', 'dispatcher']);
      endpoints = new WebhookEndpointRepository(rig.desk.database);
    });
    after(() => rig?.close());
    beforeEach(async () => {
      const { query } = desk().database;
      await desk().database.commit([
        statement(query.deleteFrom('webhook_delivery')),
        statement(query.deleteFrom('webhook_endpoint')),
        statement(query.deleteFrom('webhook_secret')),
      ]);
      receiver = await WebhookReceiver.open();
      secret = randomBytes(32).toString('base64');
      receiver.secrets = [`whsec_${secret}`];
      sender = senderOf();
    });
    afterEach(async () => {
      await sender.drain(1000);
      await receiver.close();
    });

    function desk() {
      if (!rig) throw new Error('the engine is not open');
      return rig.desk;
    }
    function senderOf(given: { loopback?: boolean; patienceMs?: number } = {}): Outbox<WebhookDelivery> {
      const { database, nerve } = desk();
      const { loopback = true, patienceMs = 300 } = given;
      const deliver = webhookDelivery({
        ...{ patienceMs, userAgent: 'Switchboard/test', now: Date.now, log: SILENT },
        targets: webhookTargets({ networks: [], loopback }),
      });
      return webhookOutbox({
        ...{ database, nerve, deliver, outbox: new WebhookRepository(database), settings: QUICK },
        ...{ log: SILENT, now: Date.now, chance: () => 0.5 },
      });
    }
    async function subscribe(change: { events?: readonly string[]; contacts?: number; url?: string } = {}) {
      const { events = WEBHOOK_EVENTS, contacts = 0, url = receiver.url } = change;
      const row = {
        id: randomUUID(),
        name: 'oms',
        url,
        events: JSON.stringify(events),
        contacts,
        active: 1,
        created_at: 1,
      };
      await desk().database.commit(endpoints.add(row, { id: randomUUID(), secret }));
      return row;
    }
    const states = async () =>
      (
        await desk()
          .database.query.selectFrom('webhook_delivery')
          .select(['state', 'last_error'])
          .orderBy('seq')
          .execute()
      ).map(({ state, last_error }) => [state, last_error]);
    async function settled() {
      for (let waited = 0; waited < 8000; waited += 20) {
        if ((await states()).every(([state]) => state === 'sent' || state === 'dead')) return;
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
      throw new Error(`not settled: ${JSON.stringify(await states())}`);
    }
    /** Opened, acknowledged by a dispatcher, given a time, restored: four events. */
    async function aTicketsLife() {
      const { body } = await oms.report({ ...A_FAULT, phone: '13800138000' });
      await moveTicket(desk().parts, admin, {
        number: body.number,
        version: 1,
        to: 'acknowledged',
        note: 'for us only',
      });
      const at = new Date(desk().now + 3_600_000).toISOString();
      await oms.update(body.number, 2, { eta: { at, source: 'control_centre' } });
      await oms.update(body.number, 3, { restoredAt: new Date(desk().now).toISOString() });
      return { number: body.number, eta: at };
    }

    it('tell what happened to a ticket, in order, signed, with the ticket as it stands', async () => {
      await subscribe();
      const { number, eta } = await aTicketsLife();
      sender.start();
      await settled();
      expect(receiver.received.map(({ verdict }) => verdict)).to.deep.equal(Array(4).fill('genuine'));
      expect(receiver.received.map(({ message: { type, data } }) => [type, data.by, data.change])).to.deep.equal([
        ['ticket.opened', 'api:oms', {}],
        ['ticket.moved', 'staff', { from: 'received', to: 'acknowledged' }],
        ['ticket.eta', 'api:oms', { from: null, to: eta, source: 'control_centre' }],
        ['ticket.moved', 'api:oms', { from: 'acknowledged', to: 'restored' }],
      ]);
      const [first] = receiver.received;
      expect(first?.message.data.ticket).to.include({ number, state: 'restored', version: 4, phone: null });
      expect(first?.headers['user-agent']).to.equal('Switchboard/test');
      expect(JSON.stringify(receiver.received)).to.not.include('for us only');
    });

    it('tell of a report that knows more than the protocol names', async () => {
      await subscribe();
      const number = await openTicket(desk(), { facts: JSON.stringify({ ...SOME_FACTS, signs: { breaker: 'off' } }) });
      sender.start();
      await settled();
      expect(receiver.received[0]?.message.data.ticket).to.deep.include({ number, facts: SOME_FACTS });
    });

    it('tell nothing of what concerns people and money, not even what waited from before it was withheld', async () => {
      await subscribe();
      for (const kind of ['bill_dispute', 'payment_plan', 'reconnection', 'complaint', 'callback'] as const) {
        await openTicket(desk(), { kind, description: 'owes ¥120.00' });
      }
      expect(await states()).to.deep.equal([]);
      await oms.report(A_FAULT);
      const { query } = desk().database;
      await desk().database.commit([
        statement(
          query.updateTable('ticket').set({ kind: 'bill_dispute' }).where('description', '=', A_FAULT.description),
        ),
      ]);
      sender.start();
      await settled();
      expect(await states()).to.deep.equal([['dead', 'nothing_to_tell']]);
      expect(receiver.received).to.deep.equal([]);
    });

    it('hold nothing up behind an entry that cannot be put into words: it is set aside at once', async () => {
      await subscribe();
      const { body } = await oms.report(A_FAULT);
      const { query } = desk().database;
      const delivery = await query.selectFrom('webhook_delivery').selectAll().executeTakeFirstOrThrow();
      const broken = { ticket_id: delivery.subject_id, seq: 7, at: 1, actor: 'x', type: 'state', data: 'no JSON' };
      await desk().database.commit([
        statement(query.insertInto('ticket_event').values(broken)),
        statement(
          query.insertInto('webhook_delivery').values({ ...delivery, id: 'broken', seq: 7, type: 'ticket.moved' }),
        ),
      ]);
      await oms.update(body.number, 1, { zone: 'rural' });
      sender.start();
      await settled();
      expect(await states()).to.deep.equal([
        ['sent', null],
        ['dead', 'cannot_be_rendered'],
        ['sent', null],
      ]);
    });

    it('are written in the commit of the change: what was refused is told to nobody', async () => {
      await subscribe();
      const key = randomUUID();
      await Promise.all(Array.from({ length: 5 }, () => oms.report(A_FAULT, key)));
      expect(await states()).to.deep.equal([['due', null]]);
    });

    it('go to those who want to hear of such, with contacts where that was agreed', async () => {
      await subscribe({ events: ['ticket.eta'], contacts: 1 });
      await aTicketsLife();
      sender.start();
      await settled();
      expect(receiver.received.map(({ message }) => message.type)).to.deep.equal(['ticket.eta']);
      expect(receiver.received[0]?.message.data.ticket?.phone).to.equal('13800138000');
    });

    it('are tried again, in order, with the same id, while the receiver is wrong, slow or rude', async () => {
      await subscribe();
      receiver.take = (nth) =>
        [{ status: 500 }, { status: 204, waitMs: 600 }, { status: 302 }][nth - 1] ?? { status: 200 };
      await aTicketsLife();
      sender.start();
      await settled();
      expect(await states()).to.deep.equal(Array(4).fill(['sent', null]));
      const seqs = receiver.received.map(({ id }) => id);
      expect(seqs.slice(0, 4), 'the first, four times').to.deep.equal(Array(4).fill(seqs[0]));
      expect(receiver.ids).to.have.length(4);
      expect(receiver.received.map(({ message }) => message.type).slice(3)).to.deep.equal([
        'ticket.opened',
        'ticket.moved',
        'ticket.eta',
        'ticket.moved',
      ]);
    });

    it('are set aside after the last try, seen by operators, and sent when they say so', async () => {
      await subscribe();
      receiver.take = () => ({ status: 503 });
      const { body } = await oms.report(A_FAULT);
      sender.start();
      await settled();
      expect(receiver.received).to.have.length(4);
      const [dead] = (await listDeadLetters(desk().parts)).webhooks;
      expect(dead).to.include({
        endpoint: 'oms',
        type: 'ticket.opened',
        number: body.number,
        tries: 4,
        lastError: 'http_503',
      });
      receiver.take = () => ({ status: 200 });
      expect(await retryDeadLetter(desk().parts, admin, dead?.id ?? '')).to.equal(true);
      await receiver.until((received) => received.length === 5);
      await settled();
      expect(await states()).to.deep.equal([['sent', null]]);
      expect((await listDeadLetters(desk().parts)).webhooks).to.deep.equal([]);
    });

    it('end at once where the receiver wants nothing more, or its address is none to write to', async () => {
      const endpoint = await subscribe();
      receiver.take = () => ({ status: 410 });
      await oms.report(A_FAULT);
      sender.start();
      await settled();
      expect(await states()).to.deep.equal([['dead', 'http_410']]);
      await sender.drain(1000);
      await desk().database.commit([endpoints.revive((await endpoints.dead(1))[0]?.id ?? '', Date.now())]);
      sender = senderOf({ loopback: false });
      sender.start();
      await settled();
      expect(await states()).to.deep.equal([['dead', 'not_https']]);
      expect(receiver.received, endpoint.url).to.have.length(1);
    });

    it('hold nobody else up: one endpoint that is down leaves another its events', async () => {
      await subscribe();
      const down = {
        id: randomUUID(),
        name: 'down',
        url: 'http://127.0.0.1:9/',
        events: JSON.stringify(WEBHOOK_EVENTS),
      };
      await desk().database.commit(
        endpoints.add({ ...down, contacts: 0, active: 1, created_at: 1 }, { id: randomUUID(), secret }),
      );
      await aTicketsLife();
      sender.start();
      await receiver.until((received) => received.length === 4);
      await settled();
      const { webhooks } = await listDeadLetters(desk().parts);
      expect(webhooks.map(({ endpoint, lastError }) => [endpoint, lastError])).to.deep.equal(
        Array(4).fill(['down', 'econnrefused']),
      );
    });

    it('are signed with both secrets while one gives way to another, and then with the new one only', async () => {
      const endpoint = await subscribe();
      const next = randomBytes(32).toString('base64');
      const rotation = { id: randomUUID(), secret: next, at: Date.now(), retiresAt: Date.now() + 60_000 };
      await desk().database.commit(endpoints.rotate(endpoint.id, rotation));
      sender.start();
      const signatures = () =>
        receiver.received.map(({ headers }) => String(headers['webhook-signature']).split(' ').length);
      await oms.report(A_FAULT);
      await settled();
      expect(receiver.received.at(-1)?.verdict, 'the old secret still holds').to.equal('genuine');
      await desk().database.commit([
        statement(
          desk()
            .database.query.updateTable('webhook_secret')
            .set({ retires_at: 1 })
            .where('retires_at', 'is not', null),
        ),
      ]);
      receiver.secrets = [`whsec_${next}`];
      await oms.report(A_FAULT);
      await settled();
      expect(receiver.received.map(({ verdict }) => verdict)).to.deep.equal(['genuine', 'genuine']);
      expect(signatures()).to.deep.equal([2, 1]);
    });

    it('are told to nobody who was shut out', async () => {
      await subscribe();
      await oms.report(A_FAULT);
      await desk().database.commit(endpoints.shut('oms'));
      await oms.report(A_FAULT);
      sender.start();
      await settled();
      expect(await states()).to.deep.equal([['dead', 'endpoint_shut']]);
      expect(receiver.received).to.deep.equal([]);
    });

    it('come once from two senders at once, and again where a sender died over one', async () => {
      await subscribe();
      const dying = new WebhookRepository(desk().database);
      for (let index = 0; index < 10; index += 1) await oms.report(A_FAULT);
      const [lost] = await dying.claim({ now: Date.now(), leaseMs: 300, limit: 1, mostTries: 4 });
      const other = senderOf();
      sender.start();
      other.start();
      await settled();
      await other.drain(1000);
      expect(receiver.received).to.have.length(10);
      expect(receiver.ids, 'the one that was lost came too').to.include(`evt_${lost?.subjectId}_1`);
    });

    it('are forgotten once they were told long ago', async () => {
      await subscribe();
      await oms.report(A_FAULT);
      sender.start();
      await settled();
      await desk().database.commit([endpoints.forget(Date.now() - 60_000)]);
      expect(await states()).to.have.length(1);
      await desk().database.commit([endpoints.forget(Date.now() + 1)]);
      expect(await states()).to.have.length(0);
    });
  });
}
