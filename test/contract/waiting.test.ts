import { expect } from 'chai';
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
  });
}
