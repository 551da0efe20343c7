import { expect } from 'chai';
import { WaitingQueue } from '../../desk/queue/waiting-queue.ts';
import { orderQueue } from '../../domain/desk/queue-order.ts';
import { QueueRepository } from '../../store/repositories/queue-repository.ts';
import { DeskRig, RIG_NOW } from '../desk/desk-rig.ts';
import { ENGINES } from './engines.ts';

for (const engine of ENGINES) {
  describe(`the order of the queue on ${engine.name}`, () => {
    let rig: DeskRig | undefined;
    before(async function () {
      const opened = await engine.open();
      if (!opened) return this.skip();
      rig = new DeskRig(opened);
    });
    after(() => rig?.close());

    it('is the rule’s own, whoever asks: in lists, in places, and in what customers are told', async () => {
      if (!rig) throw new Error('the engine is not open');
      const { parts, database } = rig;
      const grades = ['P1', 'P2', 'P3', 'P4', null] as const;
      // Many who came in the same millisecond, as after a crash or in a storm.
      for (let index = 0; index < 40; index += 1) {
        const queued_at = index % 7 === 0 ? null : RIG_NOW - (index % 3);
        const returned_at = index % 11 === 0 ? RIG_NOW : null;
        await rig.serve({ severity: grades[index % 5] ?? null, queued_at, special_need: index % 2, returned_at });
      }
      const stored = await Promise.all((await parts.repositories.sessions.waiting(100)).map(({ id }) => id));
      const sessions = await Promise.all(stored.map((id) => rig?.session(id))).then((all) =>
        all.filter((session) => session !== undefined),
      );
      expect(sessions).to.have.length(40);
      const rule = orderQueue(
        sessions.map((one) => ({
          ...one,
          queuedAt: one.queued_at,
          specialNeed: one.special_need === 1,
          returned: one.returned_at !== null,
        })),
      ).map(({ id }) => id);
      expect(stored, 'as the store reads it').to.deep.equal(rule);
      expect(
        (await parts.repositories.sessions.queued(100)).map(({ id }) => id),
        'as the desk reads it',
      ).to.deep.equal(rule);
      expect((await new WaitingQueue(parts.repositories.sessions).inOrder()).map(({ id }) => id)).to.deep.equal(rule);
      const queue = new QueueRepository(database);
      const places = await Promise.all(sessions.map((session) => queue.ahead(session)));
      expect(places, 'as customers are told').to.deep.equal(sessions.map(({ id }) => rule.indexOf(id)));
    });
  });
}
