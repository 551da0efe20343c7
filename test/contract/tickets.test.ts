import { expect } from 'chai';
import type { Actor } from '../../desk/actor.ts';
import { chaseTicket, moveTicket, setResponsible, setZone } from '../../desk/tickets/change-ticket.ts';
import { listNotices, seeNotice } from '../../desk/tickets/notices.ts';
import { listTickets } from '../../desk/tickets/tickets.ts';
import { statement } from '../../store/database.ts';
import type { NewTicket } from '../../store/repositories/ticket-book.ts';
import type { AccountTable, PremisesTable } from '../../store/tables/utility-tables.ts';
import { RIG_NOW } from '../desk/desk-rig.ts';
import { TicketRig, VILLAGE } from '../desk/tickets/ticket-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

const HOSPITAL: PremisesTable = {
  ...{ id: 'hospital', town_code: '441900101', village_code: '441900101001', address: '寮步镇石步村医院' },
  ...{ estate: null, building: null, unit: null, room: null, lat: 23, lon: 113.8 },
  ...{ zone: 'rural', device_id: 'device', critical_kind: 'hospital' },
};
const HOSPITAL_ACCOUNT: AccountTable = {
  ...{ id: 'hospital-account', number: '0319000000000001', customer_id: 'customer', premises_id: HOSPITAL.id },
  ...{ tariff: 'commercial', state: 'active', opened_at: 0, free_kwh: 0 },
};

for (const engine of ENGINES) {
  describe(`tickets on ${engine.name}`, () => {
    let opened: TicketRig | undefined;
    let dispatcher: Actor;
    let second: Actor;
    let supervisor: Actor;
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = TicketRig.over(database);
      dispatcher = await opened.hire(['dispatcher'], 'dispatcher-1');
      second = await opened.hire(['dispatcher'], 'dispatcher-2');
      supervisor = await opened.hire(['supervisor'], 'supervisor-1');
    });
    after(() => opened?.close());
    beforeEach(() => rig().clear());

    function rig(): TicketRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }

    const openWaiting = (change: Partial<NewTicket> = {}) => rig().openTicket(change);

    /** A fault that a crew was given at once, so that the clock of dispatch is kept. */
    async function open(change: Partial<NewTicket> = {}): Promise<string> {
      const number = await openWaiting(change);
      const { query } = rig().database;
      const sent = { dispatched_at: change.created_at ?? rig().now };
      await rig().database.commit([statement(query.updateTable('ticket').set(sent).where('number', '=', number))]);
      return number;
    }

    const shown = (number: string) => rig().shown(number);
    const move = (number: string, to: Parameters<TicketRig['move']>[1]) => rig().move(number, to);
    const look = () => rig().look();
    const events = (number: string, type: string) => rig().events(number, type);

    it('have one responsible person from the first moment, whoever has the fewest', async () => {
      const numbers = [await open(), await open(), await open({ responsible_role: 'supervisor' })];
      const details = await Promise.all(numbers.map(shown));
      expect(details.map(({ ticket }) => ticket.responsibleId)).to.deep.equal([
        'dispatcher-1',
        'dispatcher-2',
        'supervisor-1',
      ]);
      expect(details[0]?.history.map(({ type, actor }) => [type, actor])).to.deep.equal([
        ['opened', 'bot'],
        ['responsible', 'system'],
      ]);
    });

    it('pass from hand to hand with who and when', async () => {
      const number = await open();
      rig().now += MINUTE;
      const { version } = (await shown(number)).ticket;
      const given = { number, version, staffId: second.staffId, note: 'shift ends' };
      expect(await setResponsible(rig().parts, dispatcher, given)).to.equal('done');
      expect(await setResponsible(rig().parts, dispatcher, given), 'upon an old version').to.equal('ticket_changed');
      const detail = await shown(number);
      expect(detail.ticket.responsibleId).to.equal(second.staffId);
      const handed = await events(number, 'responsible');
      expect(handed.map(({ at, data }) => [at, data])).to.deep.equal([
        [RIG_NOW, { to: 'Name disp' }],
        [RIG_NOW + MINUTE, { from: 'Name disp', to: 'Name disp', note: 'shift ends' }],
      ]);
      const stranger = { number, version: detail.ticket.version, staffId: 'nobody' };
      expect(await setResponsible(rig().parts, dispatcher, stranger)).to.equal('unknown_staff');
    });

    it('go to somebody else when whoever was responsible leaves', async () => {
      const number = await open();
      const { query } = rig().database;
      await rig().database.commit([
        statement(query.updateTable('staff').set({ active: 0 }).where('id', '=', dispatcher.staffId)),
      ]);
      await look();
      await look();
      expect((await shown(number)).ticket.responsibleId).to.equal(second.staffId);
      expect(await events(number, 'responsible')).to.have.length(2);
    });

    it('move through the states to the end, with crew and times, and no further', async () => {
      const number = await openWaiting();
      const path = [
        'acknowledged',
        'crew_assigned',
        'en_route',
        'on_site',
        'restored',
        'called_back',
        'closed',
      ] as const;
      for (const to of path) {
        rig().now += MINUTE;
        expect(await move(number, to)).to.equal('done');
      }
      const { ticket, history, clocks, moves } = await shown(number);
      expect(ticket).to.include({ state: 'closed', firstResponder: 'Crew 7', arrivedAt: RIG_NOW + 4 * MINUTE });
      expect(ticket.resolvedDateTime).to.equal(RIG_NOW + 5 * MINUTE);
      expect(clocks.map(({ name, stoppedAt }) => [name, ((stoppedAt ?? 0) - RIG_NOW) / MINUTE])).to.deep.equal([
        ['dispatch', 2],
        ['arrival', 4],
        ['restoration', 5],
        ['call_back', 6],
      ]);
      expect(moves).to.deep.equal([]);
      expect(history.filter(({ type }) => type === 'state')).to.have.length(7);
      expect(await move(number, 'returned')).to.equal('ticket_over');
    });

    it('are moved by exactly one of many who try at once', async () => {
      const number = await open();
      const { version } = (await shown(number)).ticket;
      const outcomes = await Promise.all(
        Array.from({ length: 10 }, () => moveTicket(rig().parts, dispatcher, { number, to: 'acknowledged', version })),
      );
      expect(outcomes.filter((outcome) => outcome === 'done')).to.have.length(1);
      expect(new Set(outcomes)).to.deep.equal(new Set(['done', 'ticket_changed']));
      expect(await events(number, 'state')).to.have.length(1);
    });

    it('count every chase-up, many at once too, until they are over', async () => {
      const number = await open();
      await Promise.all(Array.from({ length: 8 }, () => chaseTicket(rig().parts, supervisor, { number, note: '催' })));
      expect((await shown(number)).ticket.chases).to.equal(8);
      expect(await events(number, 'chased')).to.have.length(8);
      const chased = await events(number, 'chased');
      expect(chased.map(({ data }) => [data.count, data.raised])).to.deep.equal(
        [1, 2, 3, 4, 5, 6, 7, 8].map((count) => [count, count === 3]),
      );
      expect((await shown(number)).ticket.raised).to.equal(true);
      await move(number, 'cancelled');
      expect(await chaseTicket(rig().parts, supervisor, { number })).to.equal('ticket_over');
    });

    it('escalate a clock that runs out, each level once, through restarts and side by side', async () => {
      const number = await open();
      const told = rig().listen('desk');
      const stages: [number, string[]][] = [
        [29, []],
        [30, ['warn']],
        [39, ['warn']],
        [40, ['warn', 'breach']],
        [400, ['warn', 'breach']],
      ];
      for (const [minutes, levels] of stages) {
        rig().now = RIG_NOW + minutes * MINUTE;
        await Promise.all([look(), look(), look()]);
        await look();
        expect((await events(number, 'escalated')).map(({ data }) => data.level)).to.deep.equal(levels);
      }
      await new Promise((resolve) => setTimeout(resolve, 5));
      expect(told.filter((event) => (event as { type: string }).type === 'ticket')).to.have.length(2);
    });

    it('tell the responsible person and the supervisors, until each has seen it', async () => {
      const number = await open();
      rig().now = RIG_NOW + 40 * MINUTE;
      await look();
      const words = async (actor: Actor) =>
        (await listNotices(rig().parts, actor)).map(({ clock, level, told }) => `${clock} ${level} ${told}`);
      expect(await words(dispatcher)).to.deep.equal(['arrival breach responsible']);
      expect(await words(supervisor)).to.deep.equal(['arrival breach supervisor']);
      expect(await words(second)).to.deep.equal([]);
      expect(await seeNotice(rig().parts, supervisor, { number, clock: 'arrival' })).to.equal(true);
      expect(await words(supervisor)).to.deep.equal([]);
      const { version } = (await shown(number)).ticket;
      await setResponsible(rig().parts, supervisor, { number, version, staffId: second.staffId });
      expect(await words(dispatcher), 'no longer theirs').to.deep.equal([]);
      expect(await words(second)).to.deep.equal(['arrival breach responsible']);
    });

    it('start the clock of restoration when the crew is on site, and stop it when supply is back', async () => {
      const number = await open();
      for (const to of ['crew_assigned', 'on_site'] as const) await move(number, to);
      rig().now = RIG_NOW + 135 * MINUTE;
      await look();
      expect((await events(number, 'escalated')).map(({ data }) => `${data.clock} ${data.level}`)).to.deep.equal([
        'restoration warn',
      ]);
      await move(number, 'restored');
      rig().now = RIG_NOW + 500 * MINUTE;
      await look();
      expect(await events(number, 'escalated')).to.have.length(1);
      await move(number, 'returned');
      await look();
      expect(await events(number, 'escalated'), 'the supply was never back').to.have.length(2);
    });

    it('are all looked at where many came at once, and those that are due are told of', async () => {
      const { query } = rig().database;
      const numbers: string[] = [];
      for (let index = 0; index < 230; index += 1) numbers.push(await open({ created_at: RIG_NOW + index * 1000 }));
      rig().now = RIG_NOW + 40 * MINUTE;
      await look();
      const count = (level: 'warn' | 'breach') =>
        query
          .selectFrom('ticket_notice')
          .select('ticket_id')
          .where('level', '=', level)
          .where('told', '=', level === 'warn' ? 'responsible' : 'supervisor');
      expect(await count('breach').execute()).to.have.length(1);
      expect(await count('warn').execute()).to.have.length(229);
      const waiting = query.selectFrom('ticket').select('id').where('look_at', '<=', rig().now);
      expect(await waiting.execute()).to.deep.equal([]);
    });

    it('warn whoever is responsible of dispatch, and pass it up when no crew has it in time', async () => {
      const number = await openWaiting();
      const told = async () =>
        (await events(number, 'escalated')).map(({ data: { clock, level, above } }) => [clock, level, above ?? false]);
      rig().now = RIG_NOW + 8 * MINUTE;
      await look();
      expect(await told()).to.deep.equal([['dispatch', 'warn', false]]);
      expect(await listNotices(rig().parts, supervisor)).to.deep.equal([]);
      rig().now = RIG_NOW + 10 * MINUTE;
      await look();
      expect(await told()).to.deep.equal([
        ['dispatch', 'warn', false],
        ['dispatch', 'breach', true],
      ]);
      expect((await listNotices(rig().parts, supervisor)).map(({ clock }) => clock)).to.deep.equal(['dispatch']);
      await move(number, 'crew_assigned');
      rig().now = RIG_NOW + 25 * MINUTE;
      await look();
      expect(await told(), 'its clock has stopped').to.have.length(2);
    });

    it('start the clock of dispatch anew for work that comes back, and tell of it anew', async () => {
      const number = await openWaiting();
      await move(number, 'crew_assigned');
      for (const round of [1, 2]) {
        await move(number, 'returned');
        rig().now += 10 * MINUTE;
        await look();
        const told = (await events(number, 'escalated')).filter(({ data }) => data.clock === 'redispatch');
        expect(told.map(({ data }) => data.level)).to.deep.equal(Array.from({ length: round }, () => 'breach'));
        await move(number, 'crew_assigned');
      }
    });

    it('warn of a call back that is owed, until the customer was spoken to', async () => {
      const number = await open();
      for (const to of ['crew_assigned', 'on_site', 'restored'] as const) await move(number, to);
      rig().now = RIG_NOW + 18 * HOUR;
      await look();
      expect((await events(number, 'escalated')).map(({ data }) => `${data.clock} ${data.level}`)).to.deep.equal([
        'call_back warn',
      ]);
      expect(await move(number, 'called_back')).to.equal('done');
      rig().now = RIG_NOW + 30 * HOUR;
      await look();
      expect(await events(number, 'escalated')).to.have.length(1);
      expect((await shown(number)).ticket.contactedAt).to.equal(RIG_NOW + 18 * HOUR);
    });

    it('hold complaints, meters and appliances against their own standards', async () => {
      const of = { place: null, reasons: '[]', severity: 'P4' } as const;
      await openWaiting({ ...of, kind: 'complaint', responsible_role: 'supervisor' });
      await openWaiting({ ...of, kind: 'meter', responsible_role: 'agent' });
      await openWaiting({ ...of, kind: 'damage_claim', responsible_role: 'agent' });
      rig().now = RIG_NOW + 24 * HOUR;
      await look();
      const list = async (clock: 'at_risk' | 'breached') =>
        (await listTickets(rig().parts, supervisor, { clock, limit: 9 }))?.tickets.map(({ kind }) => kind);
      expect(await list('breached')).to.have.members(['complaint', 'damage_claim']);
      rig().now = Date.parse('2026-12-02T00:00:00+08:00');
      await look();
      expect(await list('breached'), 'five working days are over').to.have.members([
        'complaint',
        'meter',
        'damage_claim',
      ]);
    });

    it('are found by how their clocks stand, those that are over excepted', async () => {
      const [calm, risky, late] = [await open(), await open(), await open()];
      for (const [number, minutes] of [
        [risky, 30],
        [late, 40],
      ] as const) {
        const { query } = rig().database;
        const created_at = RIG_NOW - minutes * MINUTE;
        await rig().database.commit([
          statement(query.updateTable('ticket').set({ created_at }).where('number', '=', number)),
        ]);
      }
      await look();
      const found = async (clock: 'at_risk' | 'breached') =>
        (await listTickets(rig().parts, supervisor, { clock, limit: 9 }))?.tickets.map(({ number }) => number);
      expect(await found('at_risk')).to.have.members([risky, late]);
      expect(await found('breached')).to.deep.equal([late]);
      rig().now += 30 * MINUTE;
      expect(await found('at_risk'), 'time alone is enough').to.have.members([calm, risky, late]);
      await move(late, 'cancelled');
      expect(await found('breached')).to.deep.equal([risky]);
    });

    it('hold the premises of an important customer to the shorter terms, and say where the zone is from', async () => {
      const { query } = rig().database;
      await rig().database.commit([
        statement(query.insertInto('premises').values(HOSPITAL)),
        statement(query.insertInto('account').values(HOSPITAL_ACCOUNT)),
      ]);
      const number = await openWaiting({ account_id: HOSPITAL_ACCOUNT.id });
      const { ticket, clocks } = await shown(number);
      expect(ticket).to.include({ important: true, zone: 'rural' });
      expect(clocks.map(({ name, dueAt }) => [name, (dueAt - RIG_NOW) / MINUTE])).to.deep.equal([
        ['dispatch', 6],
        ['arrival', 30],
      ]);
      const [zone] = await events(number, 'zone');
      expect(zone).to.deep.include({ actor: 'system', data: { to: 'rural', by: 'account' } });
    });

    it('find their zone by the place where no account tells it, and say why', async () => {
      const { query } = rig().database;
      const premises = (id: string, zone: PremisesTable['zone']): PremisesTable => ({
        ...HOSPITAL,
        ...{ id, zone, village_code: VILLAGE.code, critical_kind: null },
      });
      await rig().database.commit([
        statement(query.insertInto('premises').values([premises('a', 'rural'), premises('b', 'rural')])),
        statement(query.insertInto('premises').values(premises('c', 'urban'))),
      ]);
      const places = ['寮步镇石步村口', '上山村', '寮步镇', '不知道哪里', null];
      const numbers: string[] = [];
      for (const place of places) numbers.push(await open({ place }));
      numbers.push(await open({ place: null, lat: 23.5, lon: 113 }));
      await Promise.all([look(), look()]);
      await look();
      const details = await Promise.all(numbers.map(shown));
      expect(details.map(({ ticket }) => ticket.zone)).to.deep.equal([
        'rural',
        'remote',
        'rural',
        null,
        null,
        'remote',
      ]);
      const why = await Promise.all(
        numbers.map(async (number) => (await events(number, 'zone')).map(({ data }) => data)),
      );
      const share = { of: 3, count: 2 };
      expect(why).to.deep.equal([
        [{ to: 'rural', by: 'village', area: '石步村', basis: 'premises', share }],
        [{ to: 'remote', by: 'village', area: '上山村', basis: 'profile' }],
        [{ to: 'rural', by: 'town', area: '寮步镇', basis: 'premises', share }],
        [],
        [],
        [{ to: 'remote', by: 'position', area: '上山村', basis: 'profile' }],
      ]);
      expect(details[0]?.ticket.clock?.dueAt, 'its clock goes by it').to.equal(RIG_NOW + 80 * MINUTE);
    });

    it('find their zone when the place is said later', async () => {
      const number = await open({ place: null });
      await look();
      expect((await shown(number)).ticket.zone).to.equal(null);
      const entry = { at: rig().now, actor: 'bot', type: 'amended', data: {} };
      const { id } = (await shown(number)).ticket;
      await rig().database.commit(rig().parts.repositories.ticketBook.amend(id, { place: '上山村' }, entry));
      await look();
      expect((await shown(number)).ticket.zone).to.equal('remote');
    });

    it('start nothing anew where the zone is put right: due times move, which the history says', async () => {
      const number = await open({ place: null });
      rig().now = RIG_NOW + 45 * MINUTE;
      await look();
      expect(await listNotices(rig().parts, dispatcher), 'as urban').to.have.length(1);
      const { version } = (await shown(number)).ticket;
      expect(await setZone(rig().parts, dispatcher, { number, version, zone: 'rural' })).to.equal('done');
      await look();
      const { clocks } = await shown(number);
      const arrival = clocks.find(({ name }) => name === 'arrival');
      expect(arrival).to.include({ startedAt: RIG_NOW, dueAt: RIG_NOW + 80 * MINUTE, stoppedAt: null });
      expect((await events(number, 'zone')).map(({ data }) => data)).to.deep.equal([
        { to: 'rural', due: [{ clock: 'arrival', was: RIG_NOW + 40 * MINUTE, is: RIG_NOW + 80 * MINUTE }] },
      ]);
      expect(await listNotices(rig().parts, dispatcher), 'it is not overdue any more').to.deep.equal([]);
      rig().now = RIG_NOW + 80 * MINUTE;
      await look();
      await look();
      const told = (await events(number, 'escalated')).map(({ data }) => [data.level, data.dueAt]);
      expect(told).to.deep.equal([
        ['breach', RIG_NOW + 40 * MINUTE],
        ['breach', RIG_NOW + 80 * MINUTE],
      ]);
    });

    it('are looked at again when a fault turns out graver', async () => {
      const number = await open();
      rig().now = RIG_NOW + 15 * MINUTE;
      await look();
      expect(await events(number, 'escalated')).to.deep.equal([]);
      const entry = { at: rig().now, actor: 'bot', type: 'amended', data: { severity: 'P1' } };
      await rig().database.commit(
        rig().parts.repositories.ticketBook.amend(`ticket-${number}`, { severity: 'P1' }, entry),
      );
      await look();
      expect(await events(number, 'escalated')).to.have.length(1);
    });
  });
}
