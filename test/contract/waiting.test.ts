import { expect } from 'chai';
import { listCalls } from '../../desk/queue/calls-due.ts';
import { claimSession } from '../../desk/sessions/claim-session.ts';
import { closeSession } from '../../desk/sessions/close-session.ts';
import { releaseSession } from '../../desk/sessions/release-session.ts';
import { QueueRepository } from '../../store/repositories/queue-repository.ts';
import { DeskRig } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

const MINUTE = 60_000;

for (const engine of ENGINES) {
  describe(`what waits are reckoned from on ${engine.name}`, () => {
    let desk: DeskRig;
    before(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      desk = new DeskRig(opened);
    });
    after(() => desk?.close());

    it('is how long people had what they closed lately, and what those who are there have now', async () => {
      const [agent, gone] = [await desk.hire(), await desk.hire()];
      const queue = new QueueRepository(desk.database);
      const measured = () => queue.measured({ now: desk.now, seenSince: desk.now - MINUTE });
      for (const minutes of [4, 7]) {
        const { sessionId } = await desk.serve();
        await claimSession(desk.parts, agent, sessionId);
        desk.now += minutes * MINUTE;
        await closeSession(desk.parts, agent, { sessionId, disposition: 'other' });
      }
      const released = await desk.serve();
      await claimSession(desk.parts, agent, released.sessionId);
      await releaseSession(desk.parts, agent, { sessionId: released.sessionId, to: 'queue' });
      await desk.serve({ state: 'closed', closed_by: 'bot', closed_at: desk.now, assigned_at: null });
      for (const owner of [agent, agent, gone]) {
        await claimSession(desk.parts, owner, (await desk.serve()).sessionId);
      }
      await desk.database.commit([desk.parts.repositories.presence.beat(agent.staffId, desk.now)]);
      expect(await measured()).to.deep.equal({ handlings: [7 * MINUTE, 4 * MINUTE], inService: 2 });
      desk.now += 15 * 24 * 60 * MINUTE;
      expect(await measured(), 'too long ago').to.deep.equal({ handlings: [], inService: 0 });
    });

    it('lists calls that were promised until their tickets are over, those due first', async () => {
      const agent = await desk.hire();
      const { tickets, queue } = { tickets: desk.parts.repositories.ticketBook, queue: desk.parts.repositories.queue };
      const promise = (id: string, from: number) => [
        ...tickets.open(
          {
            ...{ id, number: id, kind: 'callback', severity: 'P4', reasons: '[]', facts: null, place: null },
            ...{ lat: null, lon: null, since: null, phone: '13800138000', description: '回电', account_id: null },
            ...{ conversation_id: null, session_id: null, responsible_role: 'agent', language: 'zh-Hans' },
            created_at: desk.now,
          },
          { at: desk.now, actor: 'bot', type: 'opened', data: {} },
        ),
        queue.promiseCall({ ticket_id: id, phone: '13800138000', from_at: from, until_at: from + MINUTE }),
      ];
      for (const [id, from] of [
        ['later', 9],
        ['sooner', 3],
        ['over', 1],
      ] as const) {
        expect((await desk.database.commit(promise(id, from))).ok).to.equal(true);
      }
      await desk.database.query.updateTable('ticket').set({ closed_at: 1 }).where('id', '=', 'over').execute();
      const { calls } = await listCalls(desk.parts, agent);
      expect(calls.map(({ ticketNumber, from, until }) => ({ ticketNumber, from, until }))).to.deep.equal([
        { ticketNumber: 'sooner', from: 3, until: 3 + MINUTE },
        { ticketNumber: 'later', from: 9, until: 9 + MINUTE },
      ]);
    });
  });
}
