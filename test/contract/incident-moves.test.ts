import { expect } from 'chai';
import type { Actor } from '../../desk/actor.ts';
import { blankIncident } from '../../desk/incidents/blank-incident.ts';
import { listFeeders, showDiagram } from '../../desk/incidents/feeder-diagram.ts';
import type { IncidentDesk } from '../../desk/incidents/incident-change.ts';
import { IncidentWatch } from '../../desk/incidents/incident-watch.ts';
import { listIncidents, showIncident } from '../../desk/incidents/incidents.ts';
import { incidentsAt } from '../../desk/incidents/incidents-at.ts';
import { confirmIncident, openIncident, rejectIncident } from '../../desk/incidents/judge-incident.ts';
import { listLooseTickets } from '../../desk/incidents/loose-tickets.ts';
import { mergeIncident, splitIncident, takeTickets } from '../../desk/incidents/regroup-incident.ts';
import {
  closeIncident,
  entrustIncident,
  restoreIncident,
  sendCrew,
  setEta,
} from '../../desk/incidents/work-incident.ts';
import { bulkInsert } from '../../store/bulk-insert.ts';
import { feederDiagramSchema } from '../../web/protocol/desk/feeder.ts';
import { incidentDetailSchema, incidentListSchema } from '../../web/protocol/desk/incident.ts';
import { RIG_NOW } from '../desk/desk-rig.ts';
import { IncidentRig } from '../desk/incidents/incident-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const BELOW_A = ['F/a/1/x/1', 'F/a/1/y/2', 'F/a/2/x/3', 'F/a/2/y/4', 'F/a/1/x/4', 'F/a/2/x/5'];

for (const engine of ENGINES) {
  describe(`what dispatchers decide about incidents on ${engine.name}`, () => {
    let opened: IncidentRig | undefined;
    let dispatcher: Actor;
    let board: IncidentDesk;
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = new IncidentRig(database);
      await opened.build();
      dispatcher = await opened.desk.hire(['dispatcher'], 'dispatcher-1');
      await opened.desk.hire(['dispatcher'], 'dispatcher-2');
      await opened.desk.hire(['agent'], 'agent-1');
      board = { desk: opened.desk.parts, on: opened.parts };
    });
    after(() => opened?.close());
    beforeEach(async () => {
      rig().desk.now = RIG_NOW;
      await rig().clear();
    });

    function rig(): IncidentRig {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    }

    /** An incident at the fuse F/a with six tickets. */
    async function faultAtA() {
      for (const house of BELOW_A) {
        await rig().report(house);
        rig().desk.now += MINUTE / 2;
      }
      await rig().look();
      return incident();
    }

    async function incident(number?: string) {
      const [first] = number === undefined ? await rig().all() : [];
      const detail = await showIncident(board, dispatcher, number ?? first?.number ?? '');
      return incidentDetailSchema.parse(detail);
    }

    const numberOf = ({ incident: { number, version } }: Awaited<ReturnType<typeof incident>>) => ({ number, version });

    it('a confirmed device stays, whatever is inferred, and takes what is reported below it', async () => {
      const before = await faultAtA();
      expect(
        await confirmIncident(board, dispatcher, { ...numberOf(before), device: 'F/a/1', cause: 'cable_damage' }),
      ).to.equal('done');
      await rig().report('F/a/1/x/5');
      await rig().look();
      const { incident: item, tickets, history, moves } = await incident(before.incident.number);
      expect(item).to.include({ state: 'confirmed', probability: 1, cause: 'cable_damage', customersAffected: 10 });
      expect(item.device?.id).to.equal('F/a/1');
      expect(item.reasons).to.deep.equal([{ code: 'confirmed', values: {} }]);
      expect(tickets.map(({ placement }) => placement.by)).to.include('account');
      expect(tickets.filter(({ joinedAt }) => joinedAt === rig().desk.now)).to.have.length.above(0);
      expect(history.map(({ type }) => type)).to.include.members(['opened', 'joined', 'confirmed']);
      expect(history.find(({ type }) => type === 'confirmed')?.actor).to.equal('Name disp');
      expect(moves).to.include.members(['restore', 'crew', 'merge']).and.not.include('close');
      expect(await rig().desk.audited(`incident:${item.id}`)).to.include('dispatcher-1 incident_confirmed');
    });

    it('a device that was found sound is not taken for the fault again', async () => {
      const before = await faultAtA();
      expect(before.incident.device?.id).to.equal('F/a');
      expect(
        await rejectIncident(board, dispatcher, { ...numberOf(before), what: 'device', note: 'fuse whole' }),
      ).to.equal('done');
      await rig().look();
      const devices = (await rig().open()).map(({ device_id }) => device_id);
      expect(devices).to.not.include('F/a');
      expect(devices.length).to.be.above(0);
      expect((await rig().open()).map(({ id }) => id)).to.include(before.incident.id);
    });

    it('a rejected incident leaves its tickets loose, and they open no other', async () => {
      const before = await faultAtA();
      expect(
        await rejectIncident(board, dispatcher, { ...numberOf(before), what: 'incident', note: 'arrears' }),
      ).to.equal('done');
      await rig().look();
      expect((await rig().all()).map(({ state }) => state)).to.deep.equal(['rejected']);
      const { tickets } = await listLooseTickets(board, dispatcher);
      expect(tickets).to.have.length(6);
      expect(tickets[0]?.order.map(({ code }) => code)).to.include('severity');
    });

    it('a split makes a second, confirmed one of some of the tickets', async () => {
      const before = await faultAtA();
      const [one, , , , two] = before.tickets.map(({ number }) => number);
      const outcome = await splitIncident(board, dispatcher, {
        ...numberOf(before),
        device: 'F/a/1/x',
        tickets: [one ?? '', two ?? ''],
      });
      if (typeof outcome === 'string') throw new Error(outcome);
      await rig().look();
      const second = await incident(outcome.number);
      expect(second.incident).to.include({ state: 'confirmed', ticketCount: 2, customersAffected: 5 });
      expect(second.tickets.every(({ byHand }) => byHand)).to.equal(true);
      expect((await incident(before.incident.number)).tickets).to.have.length(4);
      expect(await splitIncident(board, dispatcher, { ...numberOf(second), device: 'F/b', tickets: ['999'] })).to.equal(
        'unknown_ticket',
      );
    });

    it('a merge makes one of two, as grave as the graver', async () => {
      await rig().report('F/b/2/y/1', { said: { hazards: ['sparks'] } });
      for (const house of ['F/b/2/y/2', 'F/b/2/y/3', 'F/b/2/y/4']) await rig().report(house);
      await rig().look();
      const grave = await incident();
      await faultAtA();
      const { incidents } = incidentListSchema.parse(await listIncidents(board, dispatcher, { state: 'open' }));
      expect(incidents[0]?.number).to.equal(grave.incident.number);
      const other = incidents[1];
      if (!other) throw new Error('there is no second incident');
      const merging = {
        ...numberOf(await incident(grave.incident.number)),
        into: other.number,
        intoVersion: other.version,
      };
      expect(await mergeIncident(board, dispatcher, { ...merging, intoVersion: other.version + 1 })).to.equal(
        'incident_changed',
      );
      expect(await mergeIncident(board, dispatcher, merging)).to.equal('done');
      const one = await incident(other.number);
      expect(one.incident).to.include({ severity: 'P1', lifeAtRisk: true, ticketCount: 10 });
      expect(one.incident.order[0]?.code).to.equal('life_at_risk');
      await rig().look();
      expect((await incident(other.number)).tickets).to.have.length(10);
      expect(await confirmIncident(board, dispatcher, { ...merging, version: merging.version + 1 })).to.equal(
        'incident_over',
      );
    });

    it('tickets are put where a person says, and stay there', async () => {
      const before = await faultAtA();
      await rig().report('F/b/1/x/1', { created_at: rig().desk.now });
      const late = (await rig().parts.reports.loose(10)).at(-1)?.number ?? '';
      expect(await takeTickets(board, dispatcher, { ...numberOf(before), tickets: [late] })).to.equal('done');
      for (let looks = 0; looks < 2; looks += 1) {
        await rig().makeDue();
        await rig().look();
      }
      const { tickets } = await incident(before.incident.number);
      expect(tickets.filter(({ byHand }) => byHand).map(({ number }) => number)).to.deep.equal([late]);
    });

    it('what a person puts somewhere while it is inferred stays there, and it is inferred anew', async () => {
      const number = (await openIncident(board, dispatcher, { device: 'G/1' })) ?? '';
      const [first] = await Promise.all(BELOW_A.map((house) => rig().report(house)));
      const ticket = (await rig().parts.reports.loose(10)).find(({ id }) => id === first);
      const { database } = rig().desk;
      let raced = 0;
      const racing: typeof database = {
        ...rig().parts.database,
        query: database.query,
        commit: async (statements) => {
          if (raced === 0 && statements.some(({ sql }) => sql.startsWith('insert into "incident_ticket"'))) {
            raced += 1;
            const taking = { number, version: 1, tickets: [ticket?.number ?? ''] };
            expect(await takeTickets(board, dispatcher, taking)).to.equal('done');
          }
          return database.commit(statements);
        },
      };
      await new IncidentWatch({ ...rig().parts, database: racing }, (error) => rig().failures.push(error)).look();
      expect(raced).to.equal(1);
      for (let looks = 0; looks < 2; looks += 1) {
        await rig().look();
        expect((await incident(number)).tickets.map(({ id, byHand }) => [id, byHand])).to.deep.equal([[first, true]]);
        await rig().makeDue();
      }
      const [inferred] = await rig().open();
      expect(await rig().ticketsOf(inferred?.id ?? '')).to.have.length(BELOW_A.length - 1);
    });

    it('what a person has put somewhere may still tell of a fault of its own once that is over', async () => {
      const before = await faultAtA();
      await rig().report('F/b/1/x/1');
      const late = (await rig().parts.reports.loose(10)).at(-1);
      expect(await takeTickets(board, dispatcher, { ...numberOf(before), tickets: [late?.number ?? ''] })).to.equal(
        'done',
      );
      await restoreIncident(board, dispatcher, numberOf(await incident(before.incident.number)));
      rig().desk.now += 10 * MINUTE;
      const entry = { at: rig().desk.now, actor: 'customer', type: 'state', data: {} };
      const { ticketBook } = rig().desk.parts.repositories;
      await rig().desk.database.commit(
        ticketBook.amend(late?.id ?? '', { state: 'returned', resolved_at: null }, entry),
      );
      await rig().look();
      const [nested] = await rig().open();
      expect(await rig().ticketsOf(nested?.id ?? '')).to.deep.equal([late?.id]);
    });

    it('a crew goes to the incident and to its tickets, an ETA stands with source and age on both', async () => {
      const before = await faultAtA();
      expect(await sendCrew(board, dispatcher, { ...numberOf(before), crew: '抢修一班' })).to.equal('done');
      const sent = await incident();
      expect(sent.incident.crew).to.equal('抢修一班');
      expect(new Set(sent.tickets.map(({ state, crew }) => `${state} ${crew}`))).to.deep.equal(
        new Set(['crew_assigned 抢修一班']),
      );
      const at = rig().desk.now + 90 * MINUTE;
      expect(await setEta(board, dispatcher, { ...numberOf(sent), at: rig().desk.now, source: 'crew' })).to.equal(
        'eta_in_the_past',
      );
      expect(await setEta(board, dispatcher, { ...numberOf(sent), at, source: 'crew' })).to.equal('done');
      const told = await incident();
      expect(told.incident.eta).to.deep.equal({ at, source: 'crew', setAt: rig().desk.now, setBy: 'Name disp' });
      const [ticket] = await rig().parts.incidents.tickets([told.incident.id]);
      expect(ticket).to.include({ eta_at: at, eta_source: 'crew', eta_set_at: rig().desk.now });
      expect(await setEta(board, dispatcher, { ...numberOf(told), at: null, source: 'crew' })).to.equal('done');
      expect((await incident()).incident.eta).to.equal(null);
    });

    it('on restoration its tickets are restored, the interruption is recorded once, and the cause follows', async () => {
      const before = await faultAtA();
      rig().desk.now += 60 * MINUTE;
      expect(await closeIncident(board, dispatcher, { ...numberOf(before) })).to.equal('not_from_here');
      const back = rig().desk.now - 5 * MINUTE;
      expect(await restoreIncident(board, dispatcher, { ...numberOf(before), at: rig().desk.now + 1 })).to.equal(
        'restored_in_the_future',
      );
      expect(await restoreIncident(board, dispatcher, { ...numberOf(before), at: back })).to.equal('done');
      await rig().look();
      const after = await incident();
      expect(after.incident).to.include({ state: 'restored', restoredAt: back });
      expect(new Set(after.tickets.map(({ state, resolvedDateTime }) => `${state} ${resolvedDateTime}`))).to.deep.equal(
        new Set([`restored ${back}`]),
      );
      expect(after.moves).to.deep.equal(['responsible', 'close']);
      expect(await closeIncident(board, dispatcher, { ...numberOf(after), cause: 'tree_contact' })).to.equal('done');
      const rows = await rig().desk.database.query.selectFrom('interruption').selectAll().execute();
      expect(rows).to.have.length(1);
      expect(rows[0]).to.include({
        from_at: RIG_NOW,
        to_at: back,
        customers: 20,
        cause: 'tree_contact',
        device_id: 'F/a',
        planned: 0,
      });
      expect((await rig().all()).map(({ state }) => state)).to.deep.equal(['closed']);
    });

    it('danger that nobody has been to outlives the outage: its ticket stays open, loose, its clock running', async () => {
      await rig().report('F/a/1/x/2', { said: { hazards: ['wire_down'] } });
      await rig().report('F/a/1/y/1', { said: { people: ['life_support'], hazards: ['pole_damaged'] } });
      const seen = await rig().report('F/a/2/x/1', { said: { hazards: ['sparks'] } });
      const before = await faultAtA();
      const { ticketBook } = rig().desk.parts.repositories;
      const arrival = { at: rig().desk.now, actor: 'crew', type: 'state', data: {} };
      await rig().desk.database.commit(ticketBook.amend(seen, { state: 'on_site', crew: '抢修一班' }, arrival));
      expect(before.incident).to.include({ severity: 'P1', ticketCount: 9 });
      expect(await restoreIncident(board, dispatcher, numberOf(before))).to.equal('done');
      for (let looks = 0; looks < 2; looks += 1) {
        await rig().makeDue();
        await rig().look();
      }
      const after = await incident(before.incident.number);
      const left = after.tickets.filter(({ state }) => state !== 'restored');
      expect(
        left.map(({ state, reasons, resolvedDateTime }) => [state, reasons, resolvedDateTime]),
      ).to.have.deep.members([
        ['received', ['hazard.wire_down'], null],
        ['received', ['people.life_support'], null],
      ]);
      expect(left.every(({ clock }) => clock !== null && clock.stoppedAt === null)).to.equal(true);
      const numbers = left.map(({ number }) => number);
      expect(after.history.find(({ type }) => type === 'restored')?.data.left).to.have.members(numbers);
      const { tickets: loose } = await listLooseTickets(board, dispatcher);
      expect(loose.map(({ number }) => number)).to.have.members(numbers);
      const notes = await rig()
        .desk.database.query.selectFrom('ticket_event')
        .select(['ticket_id', 'data'])
        .where('type', '=', 'note')
        .execute();
      expect(notes.map(({ ticket_id }) => ticket_id)).to.have.members(left.map(({ id }) => id));
      expect(JSON.parse(notes[0]?.data ?? '{}')).to.deep.equal({
        incident: before.incident.number,
        reasons: ['danger.unseen'],
      });
      expect((await rig().all()).map(({ state }) => state)).to.deep.equal(['restored']);
    });

    it('whoever is dark again after it tells of a fault of its own', async () => {
      const before = await faultAtA();
      rig().desk.now += 60 * MINUTE;
      await restoreIncident(board, dispatcher, numberOf(before));
      await rig().look();
      rig().desk.now += 10 * MINUTE;
      const { ticketBook, tickets } = rig().desk.parts.repositories;
      const ticket = await tickets.byNumber(before.tickets[0]?.number ?? '');
      const entry = { at: rig().desk.now, actor: 'customer', type: 'state', data: {} };
      await rig().desk.database.commit(
        ticketBook.amend(ticket?.id ?? '', { state: 'returned', resolved_at: null }, entry),
      );
      await rig().look();
      const nested = await rig().open();
      expect(nested).to.have.length(1);
      expect(nested[0]?.id).to.not.equal(before.incident.id);
      expect(nested[0]?.started_at).to.equal(rig().desk.now);
    });

    it('a responsible person is one who sends crews, and each of two who decide at once is told', async () => {
      const before = await faultAtA();
      expect(await entrustIncident(board, dispatcher, { ...numberOf(before), staffId: 'agent-1' })).to.equal(
        'unknown_staff',
      );
      const both = await Promise.all([
        entrustIncident(board, dispatcher, { ...numberOf(before), staffId: 'dispatcher-2' }),
        sendCrew(board, dispatcher, { ...numberOf(before), crew: '抢修二班' }),
      ]);
      expect([...both].sort()).to.deep.equal(['done', 'incident_changed']);
    });

    it('one at a substation takes in what its feeders have told, but for emergencies, which stay within it', async () => {
      const before = await faultAtA();
      await rig().report('F/b/2/y/1', { said: { hazards: ['fire'] } });
      for (const house of ['F/b/2/y/2', 'F/b/2/y/3', 'F/b/2/y/4']) await rig().report(house);
      await rig().look();
      expect(await rig().open()).to.have.length(2);
      const number = (await openIncident(board, dispatcher, { device: 'S', cause: 'equipment_failure' })) ?? '';
      expect((await incident(number)).incident).to.include({ customersAffected: 40, area: '寮步镇石步村部分用户' });
      await rig().makeDue();
      await rig().look();
      const taken = await incident(before.incident.number);
      expect(taken.incident.state).to.equal('merged');
      const whole = await incident(number);
      expect(whole.incident).to.include({ state: 'confirmed', ticketCount: 6, customersAffected: 40 });
      const [grave, ...others] = await rig().open();
      expect(others).to.deep.equal([]);
      expect(grave).to.include({ severity: 'P1', within_id: whole.incident.id });
      expect((await incident(grave?.number)).incident.within).to.equal(number);
      const settled = await rig().all();
      await rig().makeDue();
      await rig().look();
      expect(await rig().all()).to.deep.equal(settled);
      rig().desk.now += 30 * MINUTE;
      expect(await restoreIncident(board, dispatcher, numberOf(whole))).to.equal('done');
      const rows = await rig().desk.database.query.selectFrom('interruption').selectAll().execute();
      expect(rows.map(({ customers, device_id }) => [customers, device_id])).to.deep.equal([[40, 'S']]);
    });

    it('the gravest are shown of more than the board holds, whichever came first, and none is lost to a place or feeder', async () => {
      const blank = blankIncident({ id: '', number: '', at: RIG_NOW });
      const many = Array.from({ length: 505 }, (_, serial) => ({
        ...{ ...blank, id: `many-${serial}`, number: `M${serial}`, feeder_id: 'G', severity: 'P3' as const },
        ...{ opened_at: RIG_NOW + serial, responsible_id: 'dispatcher-2', crew: 'crew' },
      }));
      const grave = { ...blank, id: 'grave', number: 'GRAVE', state: 'confirmed' as const, severity: 'P1' as const };
      const at = { feeder_id: 'F', device_id: 'F/a', area: '寮步镇', opened_at: RIG_NOW - MINUTE };
      await bulkInsert(rig().desk.database, 'incident', [
        ...many,
        { ...grave, ...at, responsible_id: 'dispatcher-1' },
        { ...grave, ...at, id: 'life', number: 'LIFE', life_at_risk: 1, opened_at: RIG_NOW, feeder_id: 'H' },
      ]);
      const list = (query: Partial<Parameters<typeof listIncidents>[2]>) =>
        listIncidents(board, dispatcher, { state: 'open', ...query });
      const all = await list({});
      expect(all.more).to.equal(true);
      expect(all.incidents.slice(0, 2).map(({ number }) => number)).to.deep.equal(['LIFE', 'GRAVE']);
      for (const query of [{ mine: true }, { feeder: 'F' }]) {
        const { incidents, more } = await list(query);
        expect([incidents.map(({ number }) => number), more]).to.deep.equal([['GRAVE'], false]);
      }
      expect((await list({ severity: 'P1', unassigned: true })).incidents).to.have.length(2);
      expect((await list({ severity: 'P3', unassigned: true })).incidents).to.have.length(0);
      const here = await incidentsAt(rig().parts, { place: null, position: null, accountId: 'F/a/1/x/1' });
      expect(here.map(({ number }) => number)).to.include('GRAVE');
      const { feeders } = await listFeeders(rig().parts);
      const shown = feeders.map(({ id, openIncidents, severity }) => [id, openIncidents, severity]);
      expect(shown).to.have.deep.members([
        ['F', 1, 'P1'],
        ['G', 505, 'P3'],
        ['H', 1, 'P1'],
      ]);
    });

    it('one is opened by hand where no customer has called, and shown on the diagram', async () => {
      expect(await openIncident(board, dispatcher, { device: 'nowhere' })).to.equal(null);
      const number = await openIncident(board, dispatcher, { device: 'F/b', cause: 'weather' });
      await rig().report('F/b/1/x/2');
      await rig().look();
      const { incident: item, tickets } = await incident(number ?? '');
      expect(item).to.include({ state: 'confirmed', customersAffected: 20, ticketCount: 1, cause: 'weather' });
      expect(tickets).to.have.length(1);
      const diagram = feederDiagramSchema.parse(await showDiagram(rig().parts, { id: 'F', services: false }));
      const byId = new Map(diagram.devices.map((device) => [device.id, device]));
      expect(byId.get('F/b')).to.include({ state: 'failed', incidentNumber: number, customersBelow: 20 });
      expect(byId.get('F/b/1/x')).to.include({ state: 'dark', folded: 4 });
      expect(byId.get('F/b/1/x/2')).to.include({ state: 'dark', severity: 'P3' });
      expect(byId.get('F/b/1/x/2')?.reports).to.be.within(0.9, 1);
      expect(byId.get('F/a')).to.include({ state: 'live', parentId: 'F/s' });
      expect(byId.get('F')?.parentId).to.equal(null);
      expect(await showDiagram(rig().parts, { id: 'nowhere', services: false })).to.equal(null);
    });
  });
}
