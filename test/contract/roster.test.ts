import { expect } from 'chai';
import type { Actor } from '../../desk/actor.ts';
import { importRoster } from '../../desk/imports/import-roster.ts';
import { addDuty, changeDuty, removeDuty, showRoster } from '../../desk/roster/roster.ts';
import { setResponsible } from '../../desk/tickets/change-ticket.ts';
import { listNotices } from '../../desk/tickets/notices.ts';
import { DUTY_QUEUES, type DutyQueue } from '../../domain/desk/duty.ts';
import { statement } from '../../store/database.ts';
import { NetworkRepository } from '../../store/repositories/network-repository.ts';
import { OutageRepository } from '../../store/repositories/outage-repository.ts';
import { rosterSchema, DUTY_QUEUES as WIRE_QUEUES } from '../../web/protocol/desk/roster.ts';
import { RIG_NOW } from '../desk/desk-rig.ts';
import { TicketRig } from '../desk/tickets/ticket-rig.ts';
import { ENGINES } from './engines.ts';

const HOUR = 3_600_000;

for (const engine of ENGINES) {
  describe(`the duty roster on ${engine.name}`, () => {
    let opened: TicketRig | undefined;
    let admin: Actor;
    const rig = () => {
      if (!opened) throw new Error('the engine is not open');
      return opened;
    };
    before(async function () {
      const database = await engine.open();
      if (!database) return this.skip();
      opened = TicketRig.over(database);
      await opened.hire(['dispatcher'], 'day');
      await opened.hire(['dispatcher'], 'night');
      await opened.hire(['supervisor'], 'chief');
      await opened.hire(['supervisor'], 'deputy');
      await opened.hire(['agent'], 'clerk');
      admin = await opened.hire(['admin'], 'admin');
    });
    after(() => opened?.close());
    beforeEach(() => rig().clear());

    async function duty(staffId: string, queue: DutyQueue, [from, until]: readonly [number, number]): Promise<string> {
      const edit = { staffId, queue, from: RIG_NOW + from * HOUR, until: RIG_NOW + until * HOUR };
      const added = await addDuty(rig().parts, admin, edit);
      if (typeof added === 'string') throw new Error(added);
      return added.id;
    }

    const responsible = async (number: string) => (await rig().shown(number)).ticket.responsibleId;

    it('says who answers for what is opened, whatever others have to do', async () => {
      await duty('night', 'fault', [-1, 8]);
      await rig().openTicket();
      const number = await rig().openTicket();
      expect(await responsible(number)).to.equal('night');
      const [entry] = await rig().events(number, 'responsible');
      expect(entry?.data).to.deep.equal({ to: 'Name nigh', by: 'duty' });
    });

    it('leaves tickets to those of the role who keep no roster while nobody is on duty', async () => {
      await duty('night', 'fault', [10, 18]);
      const number = await rig().openTicket();
      expect(await responsible(number)).to.equal('day');
      expect((await rig().events(number, 'responsible'))[0]?.data).to.deep.equal({ to: 'Name day' });
    });

    it('goes to the supervisor on duty where everybody of the role has another shift', async () => {
      await duty('night', 'fault', [10, 18]);
      await duty('day', 'fault', [-12, -2]);
      await duty('deputy', 'supervision', [-1, 8]);
      expect(await responsible(await rig().openTicket())).to.equal('deputy');
    });

    it('names a person where nobody of a role works here at all', async () => {
      const { query } = rig().database;
      await rig().database.commit([
        statement(query.updateTable('staff').set({ active: 0 }).where('id', 'in', ['clerk', 'chief', 'deputy'])),
      ]);
      const number = await rig().openTicket({ kind: 'enquiry', responsible_role: 'agent' });
      expect(await responsible(number)).to.equal(null);
      await rig().database.commit([
        statement(query.updateTable('staff').set({ active: 1 }).where('id', '=', 'deputy')),
      ]);
      await duty('deputy', 'supervision', [0, 8]);
      await rig().look();
      expect(await responsible(number)).to.equal('deputy');
    });

    it('sends each matter to its queue', async () => {
      await duty('clerk', 'complaint', [0, 8]);
      await duty('chief', 'billing', [0, 8]);
      const of = (kind: 'complaint' | 'bill_dispute') => rig().openTicket({ kind, responsible_role: 'supervisor' });
      expect(await responsible(await of('complaint'))).to.equal('clerk');
      expect(await responsible(await of('bill_dispute'))).to.equal('chief');
    });

    it('hands faults over when a shift ends and another is on duty, once, and says so', async () => {
      await duty('day', 'fault', [-2, 2]);
      await duty('night', 'fault', [2, 12]);
      const number = await rig().openTicket();
      const complaint = await rig().openTicket({ kind: 'complaint', responsible_role: 'supervisor' });
      const before = await responsible(complaint);
      rig().now = RIG_NOW + 2 * HOUR - 1;
      await rig().look();
      expect(await responsible(number)).to.equal('day');
      rig().now += 1;
      await Promise.all([rig().look(), rig().look()]);
      await rig().look();
      expect(await responsible(number)).to.equal('night');
      expect((await rig().events(number, 'responsible')).map(({ data }) => data)).to.deep.equal([
        { to: 'Name day', by: 'duty' },
        { from: 'Name day', to: 'Name nigh', by: 'duty' },
      ]);
      expect(await responsible(complaint), 'the office keeps its own').to.equal(before);
    });

    it('hands over what has no word in its history of who became responsible', async () => {
      await duty('day', 'fault', [-2, 2]);
      await duty('night', 'fault', [2, 12]);
      const number = await rig().openTicket();
      await rig().database.commit([
        statement(rig().database.query.deleteFrom('ticket_event').where('type', '=', 'responsible')),
      ]);
      rig().now = RIG_NOW + 2 * HOUR;
      await rig().look();
      expect(await responsible(number)).to.equal('night');
    });

    it('leaves a fault with whoever was named after their shift, and with whoever nobody relieves', async () => {
      await duty('day', 'fault', [-2, 2]);
      const alone = await rig().openTicket();
      rig().now = RIG_NOW + 3 * HOUR;
      await rig().look();
      expect(await responsible(alone), 'nobody is on duty').to.equal('day');
      await duty('night', 'fault', [2, 12]);
      await rig().look();
      expect(await responsible(alone)).to.equal('night');
      const { version } = (await rig().shown(alone)).ticket;
      const chief: Actor = { staffId: 'chief', deskName: 'Desk', roles: ['supervisor'] };
      await setResponsible(rig().parts, chief, { number: alone, version, staffId: 'day', note: 'knows the place' });
      await rig().look();
      expect(await responsible(alone)).to.equal('day');
    });

    it('says who the person above is: only they are told, and whoever relieves them', async () => {
      await duty('deputy', 'supervision', [-1, 2]);
      await duty('chief', 'supervision', [2, 12]);
      const number = await rig().openTicket();
      rig().now = RIG_NOW + HOUR / 2;
      await rig().look();
      const [breach] = await rig().events(number, 'escalated');
      expect(breach?.data).to.include({ clock: 'dispatch', level: 'breach', above: 'Name depu' });
      const heard = async (staffId: string) =>
        (await listNotices(rig().parts, { staffId, deskName: 'Desk', roles: ['supervisor'] })).length;
      expect([await heard('deputy'), await heard('chief')]).to.deep.equal([1, 0]);
      rig().now = RIG_NOW + 2 * HOUR;
      expect([await heard('deputy'), await heard('chief')]).to.deep.equal([0, 1]);
      rig().now = RIG_NOW + 13 * HOUR;
      expect(await heard('deputy'), 'nobody is on duty: all are told').to.be.greaterThan(0);
    });

    it('has the same duties here and on the wire', () => {
      expect(WIRE_QUEUES).to.deep.equal(DUTY_QUEUES);
    });

    it('is kept at the desk: added, changed and taken away, each noted, nothing that cannot be', async () => {
      const { parts } = rig();
      const id = await duty('day', 'fault', [0, 8]);
      const edit = { staffId: 'night', queue: 'fault', from: RIG_NOW, until: RIG_NOW + 9 * HOUR } as const;
      expect(await changeDuty(parts, admin, { id, edit })).to.include({ id, name: 'Name nigh' });
      const shown = rosterSchema.parse(await showRoster(parts, admin, {}));
      expect(shown.duties.map(({ staffId, until }) => [staffId, until])).to.deep.equal([['night', edit.until]]);
      expect(shown.now).to.deep.include({ fault: ['Name nigh'], supervision: [] });
      expect(shown.people.find((one) => one.id === 'clerk')?.queues).to.deep.equal(['billing', 'complaint', 'general']);
      expect(
        shown.people.some((one) => one.id === 'admin'),
        'does no such work',
      ).to.equal(false);
      const clerk: Actor = { staffId: 'clerk', deskName: 'Desk', roles: ['agent'] };
      expect((await showRoster(parts, clerk, {})).people).to.deep.equal([]);
      expect(await changeDuty(parts, admin, { id: 'none', edit })).to.equal('unknown_duty');
      expect(await addDuty(parts, admin, { ...edit, until: edit.from })).to.equal('not_after_from');
      expect(await addDuty(parts, admin, { ...edit, staffId: 'clerk' })).to.equal('unknown_staff');
      expect(await removeDuty(parts, admin, id)).to.equal('done');
      expect(await removeDuty(parts, admin, id)).to.equal('unknown_duty');
      expect(await rig().audited(`duty:${id}`)).to.have.members([
        'admin duty.added',
        'admin duty.changed',
        'admin duty.removed',
      ]);
    });

    it('is taken in from a file, all of it or nothing, the same again changing nothing', async () => {
      const { database } = rig();
      const { audit, duties, staff } = rig().parts.repositories;
      const take = (rows: readonly string[]) =>
        importRoster(
          {
            ...{ database, audit, duties, staff, timeZone: 'Asia/Shanghai', actor: 'operator', checkOnly: false },
            ...{ network: new NetworkRepository(database), outages: new OutageRepository(database) },
            ...{ now: () => rig().now, newId: () => crypto.randomUUID() },
          },
          { name: 'roster.csv', bytes: Buffer.from(['id,login,queue,from,to', ...rows, ''].join('\n')) },
        );
      const good = [
        'N1,night,fault,2026-11-24 09:00,2026-11-24 18:00',
        'S1,chief,supervision,2026-11-24 09:00,2026-11-25 09:00',
      ];
      expect(await take(good)).to.deep.equal({ kind: 'imported', added: 2, changed: 0, same: 0 });
      expect(await take(good)).to.deep.equal({ kind: 'imported', added: 0, changed: 0, same: 2 });
      expect(await responsible(await rig().openTicket())).to.equal('night');
      const bad = [
        'N2,nobody,fault,2026-11-25 09:00,2026-11-25 18:00',
        'N3,clerk,fault,2026-11-25 09:00,2026-11-25 18:00',
        'N4,night,fault,2026-11-25 09:00,2026-11-25 09:00',
        'N5,night,switches,2026-11-25 09:00,soon',
        'N6,night,fault,2026-11-26 09:00,2026-11-26 10:00',
      ];
      const refused = await take(bad);
      if (refused.kind !== 'refused') throw new Error('it was taken');
      expect(refused.problems.map(({ line, field, code }) => `${line} ${field} ${code}`)).to.deep.equal([
        '2 login login_unknown',
        '3 queue queue_not_theirs',
        '4 to not_after_from',
        '5 queue queue_unknown',
        '5 to not_a_time',
      ]);
      expect(await duties.byId('N6')).to.equal(undefined);
    });
  });
}
