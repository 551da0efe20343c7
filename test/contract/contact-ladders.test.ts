import { randomUUID } from 'node:crypto';
import { expect } from 'chai';
import { ContactLadders } from '../../desk/notices/contact-ladders.ts';
import { type Statement, statement } from '../../store/database.ts';
import { ContactLadderRepository } from '../../store/repositories/contact-ladder-repository.ts';
import type { Ticket } from '../../store/repositories/ticket-book.ts';
import { LIFE_SUPPORT_CHECK } from '../../web/protocol/notices.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const TERMS = {
  quietHours: { from: '22:00', to: '07:00' },
  ...{ mergeMinutes: 2, gapMinutes: 10, presentMinutes: 15, lifeSupportCallMinutes: 10 },
};
const PROFILE = {
  shortName: { zh: '示例供电', en: 'Example Power' },
  contact: {
    hotline: '95598',
    emergency: { police: '110', fire: '119', ambulance: '120' },
    website: 'https://www.example.com',
  },
};
const OUT = { class: 'low_voltage', hazards: [], people: [], site: [], no_power: true };

for (const engine of ENGINES) {
  describe(`the contact ladder on ${engine.name}`, () => {
    let opened: DeskRig | undefined;
    let drawn = 0;
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = new DeskRig(database);
      await opened.hire(['agent'], 'agent-1');
      await opened.database.commit(utility(opened));
    });
    after(() => opened?.close());
    beforeEach(async () => {
      const { query } = rig().database;
      rig().now = RIG_NOW;
      rig().woken.length = 0;
      await rig().database.commit([
        ...(
          ['contact_ladder', 'ticket_event', 'ticket', 'sms', 'incident', 'incident_ticket', 'verification'] as const
        ).map((table) => statement(query.deleteFrom(table))),
      ]);
    });

    function rig(): DeskRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }
    /** As after a restart: nothing is remembered but what is stored. */
    async function look(): Promise<void> {
      const { database, nerve, parts, statements } = rig();
      const ladders = new ContactLadders({
        ...{ database, nerve, terms: TERMS, profile: PROFILE, newId: randomUUID },
        ladders: new ContactLadderRepository(database),
        ticketBook: parts.repositories.ticketBook,
        transcript: statements.transcript,
        now: () => rig().now,
        drawNumber: () => `call-${++drawn}`,
        wake: parts.wake,
      });
      await ladders.look();
    }
    async function report(accountId: string, scope: string): Promise<string> {
      const id = `fault-${++drawn}`;
      const { ticketBook } = rig().parts.repositories;
      await rig().database.commit(
        ticketBook.open(
          {
            ...{
              id,
              number: id,
              kind: 'fault',
              severity: 'P3',
              reasons: '[]',
              facts: JSON.stringify({ ...OUT, scope }),
            },
            ...{ place: null, lat: null, lon: null, since: null, phone: null, description: '', account_id: accountId },
            ...{ conversation_id: null, session_id: null, responsible_role: 'dispatcher', language: null },
            created_at: rig().now,
          },
          { at: rig().now, actor: 'bot', type: 'opened', data: {} },
        ),
      );
      return id;
    }
    const amend = (id: string, columns: Partial<Ticket>) =>
      rig().database.commit(
        rig().parts.repositories.ticketBook.amend(id, columns, { at: rig().now, actor: 'x', type: 'state', data: {} }),
      );
    const ladders = () =>
      rig()
        .database.query.selectFrom('contact_ladder')
        .select(['account_id', 'cause_kind', 'state', 'acknowledged_by'])
        .orderBy('account_id')
        .execute();
    const messages = async () =>
      (await rig().database.query.selectFrom('sms').select('phone').orderBy('phone').execute()).map(
        ({ phone }) => phone,
      );
    const calls = () => rig().database.query.selectFrom('ticket').selectAll().where('kind', '=', 'callback').execute();

    it('begins with a message to whoever is registered for life support, and to nobody else', async () => {
      await report('registered', 'premises');
      await report('neighbour', 'premises');
      await look();
      await look();
      expect(await messages(), 'once').to.deep.equal(['100']);
      expect(await ladders()).to.deep.equal([
        { account_id: 'registered', cause_kind: 'ticket', state: 'messaged', acknowledged_by: null },
      ]);
    });

    it('reaches those on the same transformer where more than one home is dark', async () => {
      await report('neighbour', 'street');
      await look();
      expect(await messages()).to.deep.equal(['100']);
    });

    it('reaches all below an incident’s device, but not where it is unlikely', async () => {
      await rig().database.commit([incident('far', 'line', 0.3)]);
      await look();
      expect(await messages()).to.deep.equal([]);
      await rig().database.commit([incident('near', 'line', 0.8)]);
      await look();
      expect(await messages()).to.deep.equal(['100', '300']);
    });

    it('asks for a call where nobody answers, once, and ends when that is settled', async () => {
      await report('registered', 'premises');
      await look();
      rig().now += 9 * MINUTE;
      await look();
      expect(await calls()).to.have.length(0);
      rig().now += MINUTE;
      await look();
      await look();
      const [call, ...more] = await calls();
      expect(more).to.deep.equal([]);
      expect(call).to.include({ severity: 'P1', phone: '100', responsible_id: 'agent-1', account_id: 'registered' });
      expect(call?.description).to.include('客户100');
      rig().now += 2 * MINUTE;
      await look();
      expect((await ladders())[0]?.state).to.equal('calling');
      await amend(call?.id ?? '', { state: 'closed', closed_at: rig().now });
      rig().now += 2 * MINUTE;
      await look();
      expect((await ladders())[0]).to.include({ state: 'acknowledged', acknowledged_by: 'agent-1' });
      rig().now += 60 * MINUTE;
      await look();
      expect(await messages(), 'nothing begins anew').to.have.length(1);
    });

    it('calls at once who asks for help, and not who is safe or has supply again', async () => {
      const cause = await report('registered', 'premises');
      const repository = new ContactLadderRepository(rig().database);
      const answer = (what: 'safe' | 'help') =>
        rig().database.commit([repository.answer({ accountId: 'registered', causeId: cause }, what, rig().now)]);
      await look();
      await answer('help');
      await look();
      expect((await calls())[0]?.description).to.include('请求帮助');
      const [call] = await calls();
      await amend(call?.id ?? '', { state: 'closed', closed_at: rig().now });
      rig().now += MINUTE;
      await look();
      rig().now += 180 * MINUTE;
      const other = await report('registered', 'premises');
      await look();
      await rig().database.commit([repository.answer({ accountId: 'registered', causeId: other }, 'safe', rig().now)]);
      rig().now += 20 * MINUTE;
      await look();
      expect(await calls()).to.have.length(1);
      rig().now += 180 * MINUTE;
      const third = await report('registered', 'premises');
      await look();
      await amend(third, { state: 'restored', resolved_at: rig().now });
      rig().now += 20 * MINUTE;
      await look();
      expect(await calls()).to.have.length(1);
      expect((await ladders()).map(({ state }) => state).sort()).to.deep.equal([
        'acknowledged',
        'acknowledged',
        'over',
      ]);
    });

    it('calls who asks for help after it has ended, however it ended', async () => {
      const repository = new ContactLadderRepository(rig().database);
      const cause = await report('registered', 'premises');
      const answer = (what: 'safe' | 'help', causeId = cause) =>
        rig().database.commit([repository.answer({ accountId: 'registered', causeId }, what, rig().now)]);
      await look();
      await answer('safe');
      await look();
      expect((await ladders())[0]?.state).to.equal('acknowledged');
      rig().now += MINUTE;
      await answer('help');
      await look();
      await look();
      const [call, ...more] = await calls();
      expect(call, 'a minute after they were safe').to.include({ severity: 'P1', phone: '100' });
      expect(more).to.deep.equal([]);
      await amend(call?.id ?? '', { state: 'closed', closed_at: rig().now });
      rig().now += MINUTE;
      await look();
      expect((await ladders())[0]).to.include({ state: 'acknowledged', acknowledged_by: 'agent-1' });
      rig().now += MINUTE;
      await answer('help');
      await look();
      expect(await calls(), 'after a call').to.have.length(2);
      await amend(cause, { state: 'restored', resolved_at: rig().now });
      for (const { id } of await calls()) await amend(id, { state: 'closed', closed_at: rig().now });
      rig().now += MINUTE;
      await look();
      rig().now += MINUTE;
      await answer('help');
      await look();
      expect(await calls(), 'after supply is back').to.have.length(3);
    });

    it('hears who asks for help of an outage that has ended where another ladder stands', async () => {
      const repository = new ContactLadderRepository(rig().database);
      const first = await report('registered', 'premises');
      await look();
      await amend(first, { state: 'restored', resolved_at: rig().now });
      rig().now += 10 * MINUTE;
      await look();
      await report('registered', 'premises');
      await look();
      expect((await ladders()).map(({ state }) => state).sort()).to.deep.equal(['messaged', 'over']);
      await rig().database.commit([repository.answer({ accountId: 'registered', causeId: first }, 'help', rig().now)]);
      await look();
      expect(await calls()).to.have.length(1);
      expect((await ladders()).map(({ state }) => state).sort()).to.deep.equal(['calling', 'over']);
    });

    it('asks for another call where one was cancelled', async () => {
      await report('registered', 'premises');
      await look();
      rig().now += 10 * MINUTE;
      await look();
      const [call] = await calls();
      await amend(call?.id ?? '', { state: 'cancelled', closed_at: rig().now });
      rig().now += MINUTE;
      await look();
      expect(await calls()).to.have.length(2);
      expect((await ladders())[0]?.state).to.equal('calling');
    });

    it('goes on, and waits no longer, where its incident is merged into another', async () => {
      await rig().database.commit([incident('near', 'second', 0.8)]);
      await look();
      rig().now += 9 * MINUTE;
      await rig().database.commit([incident('far', 'line', 0.3), incident('farther', 'line', 0.3)]);
      await merge('near', 'far');
      await merge('far', 'farther');
      await look();
      rig().now += MINUTE;
      await look();
      expect(await messages(), 'no second message').to.deep.equal(['300']);
      expect(await calls(), 'ten minutes after the first').to.have.length(1);
    });

    it('goes on where its ticket is called off while another says that the account is dark', async () => {
      const first = await report('registered', 'premises');
      await look();
      rig().now += 9 * MINUTE;
      await report('neighbour', 'street');
      await amend(first, { state: 'cancelled', closed_at: rig().now });
      rig().now += MINUTE;
      await look();
      expect(await messages()).to.deep.equal(['100']);
      expect(await calls()).to.have.length(1);
    });

    it('goes on where its ticket is called off and the incident that it belongs to stands', async () => {
      const first = await report('registered', 'premises');
      await look();
      await rig().database.commit([
        incident('elsewhere', 'second', 0.3),
        statement(
          rig()
            .database.query.insertInto('incident_ticket')
            .values({ ticket_id: first, incident_id: 'elsewhere', joined_at: 1, by_hand: 1 }),
        ),
      ]);
      await amend(first, { state: 'cancelled', closed_at: rig().now });
      rig().now += 10 * MINUTE;
      await look();
      expect(await calls()).to.have.length(1);
    });

    it('asks once of one outage, by however many signs it shows', async () => {
      const first = await report('registered', 'premises');
      await report('neighbour', 'street');
      await rig().database.commit([incident('same', 'first', 0.9)]);
      await look();
      expect(await messages()).to.deep.equal(['100']);
      const repository = new ContactLadderRepository(rig().database);
      await rig().database.commit([repository.answer({ accountId: 'registered', causeId: first }, 'safe', rig().now)]);
      for (const minutes of [1, 10, 60]) {
        rig().now += minutes * MINUTE;
        await look();
      }
      expect(await messages(), 'safe is safe').to.deep.equal(['100']);
    });

    it('asks in the conversation too in which the account was proven of late', async () => {
      const { conversationId } = await rig().serve();
      const { query } = rig().database;
      const verification = {
        ...{ id: 'v', conversation_id: conversationId, account_number: '1', account_id: 'registered', code_hash: '' },
        ...{ tries: 1, created_at: RIG_NOW, expires_at: RIG_NOW, verified_at: RIG_NOW },
      };
      await rig().database.commit([statement(query.insertInto('verification').values(verification))]);
      await report('registered', 'premises');
      await look();
      expect(rig().woken).to.deep.equal([conversationId]);
      const last = (await rig().transcript(conversationId)).at(-1);
      expect(last).to.include({ author: 'system', direction: 'in', handling: 'pending' });
      expect(JSON.parse(last?.body ?? '{}')).to.deep.include({ name: LIFE_SUPPORT_CHECK });
    });

    it('begins once though several processes look at the same moment', async () => {
      await report('registered', 'premises');
      await Promise.all([look(), look(), look()]);
      expect(await messages()).to.have.length(1);
      rig().now += 10 * MINUTE;
      await Promise.all([look(), look(), look()]);
      expect(await calls()).to.have.length(1);
    });

    const merge = (id: string, into: string) =>
      rig().database.commit([
        statement(
          rig()
            .database.query.updateTable('incident')
            .set({ state: 'merged', merged_into: into, closed_at: rig().now })
            .where('id', '=', id),
        ),
      ]);
    function incident(id: string, deviceId: string, probability: number): Statement {
      return statement(
        rig()
          .database.query.insertInto('incident')
          .values({
            ...{
              id,
              number: id,
              device_id: deviceId,
              feeder_id: null,
              state: 'probable',
              origin: 'inferred',
              pinned: 0,
            },
            ...{ probability, explanation: '{}', customers: 0, severity: 'P3', life_at_risk: 0, life_support: 2 },
            ...{ critical_sites: '[]', cause: null, area_codes: '[]', area: '', started_at: 1, opened_at: 1 },
            ...{ eta_at: null, eta_source: null, eta_set_at: null, eta_set_by: null, crew: null, responsible_id: null },
            ...{ within_id: null, merged_into: null, restored_at: null, closed_at: null, updated_at: 1, version: 1 },
          }),
      );
    }
  });
}

/** A line with two transformers: on the first a registered account and a neighbour, on the second another registered one. */
function utility({ database: { query } }: DeskRig): Statement[] {
  const device = (id: string, parentId: string | null) =>
    query
      .insertInto('network_device')
      .values({ id, kind: 'transformer', parent_id: parentId, name: id, lat: 0, lon: 0 });
  const home = (id: string, deviceId: string, given: { phone: string; need: string | null }) => [
    query
      .insertInto('customer')
      .values({ id, name: `客户${given.phone}`, phone: given.phone, special_need: given.need }),
    query.insertInto('premises').values({
      ...{ id, town_code: '1', village_code: '1', address: `地址${id}`, estate: null, building: null, unit: null },
      ...{ room: null, lat: 0, lon: 0, zone: 'urban', device_id: deviceId, critical_kind: null },
    }),
    query.insertInto('account').values({
      ...{ id, number: given.phone, customer_id: id, premises_id: id, tariff: 'residential_tiered', state: 'active' },
      ...{ opened_at: 1, free_kwh: 0 },
    }),
  ];
  return [
    device('line', null),
    device('first', 'line'),
    device('second', 'line'),
    ...home('registered', 'first', { phone: '100', need: 'life_support' }),
    ...home('neighbour', 'first', { phone: '200', need: null }),
    ...home('remote', 'second', { phone: '300', need: 'life_support' }),
  ].map((insert) => statement(insert));
}
