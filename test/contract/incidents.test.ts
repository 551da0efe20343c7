import { expect } from 'chai';
import { IncidentWatch } from '../../desk/incidents/incident-watch.ts';
import { statement } from '../../store/database.ts';
import { OperationsRepository } from '../../store/repositories/operations-repository.ts';
import { RIG_NOW } from '../desk/desk-rig.ts';
import { IncidentRig } from '../desk/incidents/incident-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
/** One house on each line below the fuse F/a, and two more. */
const BELOW_A = ['F/a/1/x/1', 'F/a/1/y/2', 'F/a/2/x/3', 'F/a/2/y/4', 'F/a/1/x/4', 'F/a/2/x/5'];

for (const engine of ENGINES) {
  describe(`incidents on ${engine.name}`, () => {
    let opened: IncidentRig | undefined;
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = new IncidentRig(database);
      await opened.build();
      await opened.desk.hire(['dispatcher'], 'dispatcher-1');
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

    async function reportAll(houses: readonly string[]): Promise<string[]> {
      const ids: string[] = [];
      for (const house of houses) {
        ids.push(await rig().report(house));
        rig().desk.now += MINUTE / 2;
      }
      return ids;
    }

    it('are opened where many call, with the device, why, and who answers for them', async () => {
      const tickets = await reportAll(BELOW_A);
      await rig().look();
      const [incident, ...others] = await rig().open();
      expect(others).to.deep.equal([]);
      expect(incident).to.include({
        device_id: 'F/a',
        feeder_id: 'F',
        state: 'probable',
        origin: 'inferred',
        customers: 20,
        severity: 'P2',
        responsible_id: 'dispatcher-1',
        started_at: RIG_NOW,
        area: '寮步镇石步村部分用户',
      });
      expect(incident?.number).to.match(/^IN261124\d{4}$/);
      expect(incident?.probability).to.be.above(0.6);
      const [reason] = JSON.parse(incident?.explanation ?? '{}').reasons;
      expect(reason).to.deep.equal({
        code: 'calls_as_expected',
        values: { calls: 6, expected: reason.values.expected },
      });
      expect(reason.values.expected).to.be.within(2, 8);
      expect(await rig().ticketsOf(incident?.id ?? '')).to.have.members(tickets);
      const history = await rig().parts.incidents.history(incident?.id ?? '');
      expect(history.map(({ type }) => type)).to.deep.equal(['opened', 'joined']);
    });

    it('are counted for operators, with the feeders that wait to be looked at', async () => {
      const operations = new OperationsRepository(rig().desk.database);
      const counted = async () => [
        await operations.openIncidents(),
        await operations.feedersDue(rig().desk.now),
        await operations.feedersDue(rig().desk.now + 10 * MINUTE),
      ];
      expect(await counted()).to.deep.equal([0, 0, 0]);
      await reportAll(BELOW_A);
      await rig().look();
      // Where reports are fresh it is looked again soon.
      expect(await counted()).to.deep.equal([1, 0, 1]);
      await rig().makeDue();
      expect(await counted()).to.deep.equal([1, 1, 1]);
    });

    it('stay as they are when nothing new is heard, however often one looks', async () => {
      await reportAll(BELOW_A);
      await rig().look();
      const before = await rig().all();
      for (let times = 0; times < 3; times += 1) {
        await rig().makeDue();
        await rig().look();
      }
      expect(await rig().all()).to.deep.equal(before);
    });

    it('go on as the same when more reports show that the fault lies higher', async () => {
      await reportAll(['F/a/1/x/1', 'F/a/1/x/2', 'F/a/1/x/3']);
      await rig().look();
      const [first] = await rig().open();
      expect(first?.device_id).to.equal('F/a/1/x');
      await reportAll([
        'F/a/1/y/1',
        'F/a/1/y/2',
        'F/a/2/x/1',
        'F/a/2/y/5',
        'F/b/1/x/1',
        'F/b/2/y/2',
        'F/b/1/y/4',
        'F/b/2/x/3',
      ]);
      await rig().look();
      const open = await rig().open();
      expect(open.map(({ id }) => id)).to.deep.equal([first?.id]);
      expect(open[0]?.device_id).to.be.oneOf(['F/s', 'F']);
      expect(open[0]?.customers).to.equal(40);
      const types = (await rig().parts.incidents.history(first?.id ?? '')).map(({ type }) => type);
      expect(types).to.include.members(['device', 'customers', 'severity']);
    });

    it('are several where the silence between them says so', async () => {
      await reportAll([
        'F/a/1/x/1',
        'F/b/2/y/1',
        'F/a/1/x/2',
        'F/b/2/y/3',
        'F/a/1/x/4',
        'F/b/2/y/4',
        'F/a/1/x/3',
        'F/b/2/y/2',
      ]);
      await rig().look();
      const open = await rig().open();
      expect(open.map(({ device_id }) => device_id)).to.have.members(['F/a/1/x', 'F/b/2/y']);
    });

    it('never let an emergency vanish in another: it stays, within it', async () => {
      const emergency = await rig().report('F/a/1/x/1', { said: { hazards: ['fire'] } });
      await reportAll(['F/a/1/x/2', 'F/a/1/x/3', 'F/a/1/x/5']);
      await rig().look();
      const [grave] = await rig().open();
      expect(grave).to.include({ severity: 'P1', life_at_risk: 1 });
      // Another incident, at another line, that is taken for the whole fault in the end.
      await reportAll(['F/a/2/y/1', 'F/a/2/y/2', 'F/a/2/y/3', 'F/a/2/y/4']);
      await rig().look();
      await reportAll(['F/a/1/y/1', 'F/a/1/y/2', 'F/a/1/y/4', 'F/a/2/x/1', 'F/a/2/x/2', 'F/a/2/x/5']);
      await rig().look();
      const all = await rig().all();
      const holding = await rig().parts.incidents.ofTickets([emergency]);
      const home = all.find(({ id }) => id === holding[0]?.incident_id);
      expect(home).to.include({ severity: 'P1', life_at_risk: 1 });
      expect(home?.state).to.be.oneOf(['probable', 'confirmed']);
      expect(all.find(({ id }) => id === grave?.id)?.state).to.equal('probable');
    });

    it('end as restored when all their tickets are, and count towards reliability', async () => {
      await reportAll(['F/a/1/x/1', 'F/a/1/x/2', 'F/a/1/x/3']);
      await rig().look();
      const [incident] = await rig().open();
      rig().desk.now += 60 * MINUTE;
      const { query } = rig().desk.database;
      await rig().desk.database.commit([
        statement(
          query
            .updateTable('ticket')
            .set({ state: 'restored', resolved_at: rig().desk.now, updated_at: rig().desk.now, version: 2 }),
        ),
      ]);
      await rig().look();
      const [after] = await rig().all();
      expect(after).to.include({ id: incident?.id, state: 'restored', restored_at: rig().desk.now });
      const rows = await query.selectFrom('interruption').selectAll().execute();
      expect(rows).to.deep.equal([
        {
          id: `${incident?.id}:441900111`,
          town_code: '441900111',
          device_id: 'F/a/1/x',
          planned: 0,
          cause: null,
          from_at: RIG_NOW,
          to_at: rig().desk.now,
          customers: 5,
        },
      ]);
    });

    it('end as rejected when their tickets are cancelled', async () => {
      await reportAll(['F/a/1/x/1', 'F/a/1/x/2', 'F/a/1/x/3']);
      await rig().look();
      const { query } = rig().desk.database;
      await rig().desk.database.commit([
        statement(
          query
            .updateTable('ticket')
            .set({ state: 'cancelled', closed_at: rig().desk.now, updated_at: rig().desk.now, version: 2 }),
        ),
      ]);
      await rig().look();
      expect((await rig().all()).map(({ state }) => state)).to.deep.equal(['rejected']);
      expect(await query.selectFrom('interruption').selectAll().execute()).to.deep.equal([]);
    });

    it('are not opened for what is off as planned', async () => {
      const { query } = rig().desk.database;
      await rig().desk.database.commit([
        statement(
          query.insertInto('planned_outage').values({
            id: 'PO',
            device_id: 'F/a',
            area_codes: '[]',
            area: '',
            reason: '检修',
            reason_en: 'maintenance',
            from_at: RIG_NOW - MINUTE,
            to_at: RIG_NOW + 300 * MINUTE,
            announced_at: 0,
          }),
        ),
      ]);
      await reportAll(BELOW_A);
      await rig().look();
      expect(await rig().all()).to.deep.equal([]);
    });

    it('are moved by word of supply', async () => {
      await reportAll(['F/a/1/x/1', 'F/a/1/x/2', 'F/a/1/y/1']);
      await rig().look();
      const [first] = await rig().open();
      expect(first?.device_id).to.equal('F/a/1');
      for (const [at, house] of ['F/a/1/y/2', 'F/a/1/y/3', 'F/a/1/y/4'].entries()) {
        const word = {
          id: `word-${at}`,
          kind: 'has_power' as const,
          asked: 1,
          conversation_id: null,
          at: rig().desk.now,
        };
        await rig().desk.database.commit([rig().parts.reports.addWordOfAccount(house, word)]);
      }
      await rig().look();
      const moved = (await rig().open()).find(({ id }) => id === first?.id);
      expect(moved?.device_id).to.equal('F/a/1/x');
    });

    it('hear from those who were asked whether supply is back', async () => {
      await reportAll(['F/a/1/x/1', 'F/a/1/x/2', 'F/a/1/y/1', 'F/a/1/y/2', 'F/a/1/y/3', 'F/a/1/x/5']);
      const { ticketBook } = rig().desk.parts.repositories;
      const { tickets } = rig().desk.parts.repositories;
      await rig().look();
      const [before] = await rig().open();
      expect(before?.device_id).to.equal('F/a/1');
      // The line y is back: a fuse of its own had blown.
      for (const { id, account_id } of await tickets.page({ limit: 10 })) {
        if (!account_id?.startsWith('F/a/1/y')) continue;
        const answered = { at: rig().desk.now, actor: 'customer', type: 'supply_back', data: { back: true } };
        await rig().desk.database.commit(
          ticketBook.amend(id, { state: 'restored', resolved_at: rig().desk.now }, answered),
        );
      }
      await rig().look();
      const [after] = await rig().open();
      expect([after?.id, after?.device_id]).to.deep.equal([before?.id, 'F/a/1/x']);
    });

    it('are inferred by one process only, and by another once it is gone', async () => {
      const other = new IncidentWatch(rig().partsOf('other'), (error) => rig().failures.push(error));
      const [first = '', ...later] = BELOW_A;
      await rig().report(first);
      await rig().look();
      const before = await rig().all();
      for (const house of later) await rig().report(house);
      await other.look();
      expect(await rig().all()).to.deep.equal(before);
      rig().desk.now += MINUTE;
      await other.look();
      const joined = await rig().desk.database.query.selectFrom('incident_ticket').selectAll().execute();
      expect(joined).to.have.length(BELOW_A.length);
    });

    it('are the same after both were at it at once, and after one has died at any moment', async () => {
      const tickets = await reportAll(BELOW_A);
      const { database } = rig().desk;
      const parts = rig().partsOf('dying');
      // Dies before, and after, each of its commits: what it left is taken up by the next.
      for (let deadAt = 0; deadAt < 6; deadAt += 1) {
        let commits = 0;
        const failing: typeof database = {
          ...parts.database,
          query: database.query,
          commit: async (statements) => {
            if (commits === deadAt) throw new Error('the process has died');
            commits += 1;
            return database.commit(statements);
          },
        };
        const dying = new IncidentWatch({ ...parts, database: failing }, () => undefined);
        await dying.look();
        rig().desk.now += MINUTE;
      }
      await Promise.all([rig().look(), new IncidentWatch(rig().partsOf('second'), () => undefined).look()]);
      rig().desk.now += MINUTE;
      await rig().look();
      const all = await rig().all();
      expect(all).to.have.length(1);
      expect(await rig().ticketsOf(all[0]?.id ?? '')).to.have.members(tickets);
      const opened = (await rig().parts.incidents.history(all[0]?.id ?? '')).filter(({ type }) => type === 'opened');
      expect(opened).to.have.length(1);
    });

    it('become one at the substation when all its feeders trip together, but for an emergency', async () => {
      await rig().report('H/4/5', { said: { people: ['trapped'] } });
      const ofG = ['G/1/1', 'G/2/2', 'G/3/3', 'G/4/4', 'G/1/5', 'G/3/1'];
      await reportAll(ofG);
      await rig().look();
      expect((await rig().all()).map(({ device_id }) => device_id))
        .to.include('G')
        .and.not.include('T');
      await reportAll(['H/1/1', 'H/2/2', 'H/3/3', 'H/4/4', 'H/1/5', 'H/2/1']);
      for (let looks = 0; looks < 3; looks += 1) await rig().look();
      const open = await rig().parts.incidents.open(10);
      const whole = open.find(({ device_id }) => device_id === 'T');
      expect(whole).to.include({ state: 'probable', origin: 'inferred', customers: 40, severity: 'P2' });
      expect(await rig().ticketsOf(whole?.id ?? '')).to.have.length(6);
      const grave = open.find(({ device_id }) => device_id === 'H');
      expect(grave).to.include({ severity: 'P1', within_id: whole?.id });
      expect(open).to.have.length(2);
      const merged = (await rig().all()).filter(({ state }) => state === 'merged');
      expect(merged.map(({ device_id, merged_into }) => [device_id, merged_into])).to.deep.equal([['G', whole?.id]]);
      const before = await rig().all();
      await rig().makeDue();
      await rig().look();
      expect(await rig().all()).to.deep.equal(before);
    });

    it('leave out what does not speak of the network', async () => {
      for (const house of BELOW_A) await rig().report(house, { said: { class: 'customer_internal' } });
      await rig().look();
      expect(await rig().all()).to.deep.equal([]);
    });
  });
}
