import { expect } from 'chai';
import type { Actor } from '../../desk/actor.ts';
import { openFloorParts } from '../../desk/floor/floor-parts.ts';
import { showFloor } from '../../desk/floor/show-floor.ts';
import { setResponsible } from '../../desk/tickets/change-ticket.ts';
import { TicketRig } from '../desk/tickets/ticket-rig.ts';
import { EXAMPLE_FLOOR } from '../domain/floor/example-floor.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

for (const engine of ENGINES) {
  describe(`tickets and promised calls on the floor on ${engine.name}`, () => {
    let rig: TicketRig;
    let supervisor: Actor;
    let gone: Actor;
    let next: Actor;
    beforeEach(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      rig = TicketRig.over(opened);
      supervisor = await rig.hire(['supervisor'], 'supervisor-1');
      await rig.hire(['dispatcher'], 'dispatcher-1');
      gone = await rig.hire(['agent'], 'agent-1');
    });
    afterEach(() => rig?.close());

    const floor = () =>
      showFloor(openFloorParts(rig.parts, { floor: EXAMPLE_FLOOR, answerWithinSeconds: 60 }), supervisor);

    /** A call that the first agent has promised. */
    async function promisedCall(): Promise<string> {
      const number = await rig.openTicket({ kind: 'callback', severity: 'P4', responsible_role: 'agent' });
      const { id } = (await rig.shown(number)).ticket;
      const task = { ticket_id: id, phone: '13800138000', from_at: rig.now + HOUR, until_at: rig.now + 2 * HOUR };
      await rig.database.commit([rig.parts.repositories.queue.promiseCall(task)]);
      next = await rig.hire(['agent'], 'agent-2');
      return number;
    }

    it('show those whose clocks run out, the gravest at the moment, and calls that are overdue', async () => {
      const number = await rig.openTicket({ severity: 'P3' });
      const call = await promisedCall();
      await rig.look();
      const calm = await floor();
      expect([calm.tickets, calm.calls]).to.deep.equal([[], []]);
      rig.now += 26 * HOUR;
      await rig.look();
      const late = await floor();
      expect(late.tickets.map((one) => [one.number, one.level])).to.deep.include([number, 'breach']);
      expect(late.calls.map(({ ticketNumber }) => ticketNumber)).to.deep.equal([call]);
      expect(late.totals.ticketsBreached).to.equal(late.tickets.filter(({ level }) => level === 'breach').length);
      expect(late.totals).to.include({ callsLate: 1 });
      await rig.move(number, 'cancelled');
      expect((await floor()).tickets.map((one) => one.number)).not.to.include(number);
    });

    it('are handed on by a supervisor from who has vanished: to one, with who and why, of two at once', async () => {
      const number = await promisedCall();
      const { ticket } = await rig.shown(number);
      expect(ticket.responsibleId).to.equal(gone.staffId);
      rig.now += HOUR;
      const another = await rig.hire(['supervisor'], 'supervisor-2');
      const hand = (by: Actor, to: Actor) =>
        setResponsible(rig.parts, by, { number, version: ticket.version, staffId: to.staffId, note: '人不在' });
      const outcomes = await Promise.all([hand(supervisor, next), hand(another, another)]);
      expect(outcomes.toSorted()).to.deep.equal(['done', 'ticket_changed']);
      const winner = outcomes[0] === 'done' ? next : another;
      expect((await rig.shown(number)).ticket.responsibleId).to.equal(winner.staffId);
      const history = await rig.events(number, 'responsible');
      expect(history).to.have.length(2);
      expect(history.at(-1)?.data).to.include({ note: '人不在' });
      const agent = await setResponsible(rig.parts, gone, {
        number: await rig.openTicket(),
        version: 1,
        staffId: next.staffId,
      });
      expect(agent, 'crews’ work is not an agent’s to hand on').to.equal('not_yours');
    });
  });
}
