import { expect } from 'chai';
import { QueuePlaces } from '../../../desk/queue/queue-places.ts';
import { WaitingQueue } from '../../../desk/queue/waiting-queue.ts';
import { claimSession } from '../../../desk/sessions/claim-session.ts';
import type { Measured } from '../../../domain/desk/expected-wait.ts';
import { conversationTopic } from '../../../store/topics.ts';
import { arrived, DeskRig, RIG_NOW } from '../desk-rig.ts';

describe('the place in the queue', () => {
  let rig: DeskRig;
  let queue: WaitingQueue;
  let places: QueuePlaces;
  let measured: Measured;
  beforeEach(async () => {
    rig = await DeskRig.open();
    measured = { handlings: [], inService: 0 };
    queue = new WaitingQueue(rig.parts.repositories.sessions);
    places = newPlaces();
  });
  afterEach(async () => {
    await places.stop();
    await rig.close();
  });

  function newPlaces(): QueuePlaces {
    return new QueuePlaces({
      nerve: rig.nerve,
      queue,
      measured: async () => measured,
      failed: (error) => {
        throw error;
      },
    });
  }

  const place = (at: number) => ({
    passing: { type: 'event', name: 'status', value: { speaker: 'waiting', place: at } },
  });

  it('is told to everyone who waits, and again to those for whom it has changed', async () => {
    const first = await rig.serve({ queued_at: RIG_NOW });
    const second = await rig.serve({ queued_at: RIG_NOW + 1 });
    const third = await rig.serve({ queued_at: RIG_NOW + 2 });
    const [toFirst, toSecond, toThird] = [first, second, third].map((served) =>
      rig.listen(conversationTopic(served.conversationId)),
    );
    expect(await places.tell()).to.equal(3);
    expect(await places.tell(), 'nothing has changed').to.equal(0);
    await claimSession(rig.parts, await rig.hire(), second.sessionId);
    expect(await places.tell()).to.equal(1);
    await arrived();
    expect(toFirst).to.deep.equal([place(1)]);
    expect(toSecond).to.deep.equal([place(2), { seq: 2 }]);
    expect(toThird).to.deep.equal([place(3), place(2)]);
  });

  it('is told with the expected wait where enough was measured', async () => {
    await rig.serve({ queued_at: RIG_NOW });
    const second = await rig.serve({ queued_at: RIG_NOW + 1 });
    const heard = rig.listen(conversationTopic(second.conversationId));
    await places.tell();
    measured = { handlings: Array.from({ length: 60 }, (_, index) => (4 + (index % 5)) * 60_000), inService: 3 };
    expect(await places.tell(), 'both have news').to.equal(2);
    await arrived();
    expect(heard).to.deep.equal([
      place(2),
      {
        passing: {
          type: 'event',
          name: 'status',
          value: { speaker: 'waiting', place: 2, minutes: { from: 1, to: 8 } },
        },
      },
    ]);
  });

  it('follows the queue by itself, however often it is told of a change', async () => {
    const served = await rig.serve();
    const heard = rig.listen(conversationTopic(served.conversationId));
    places.start();
    for (let news = 0; news < 20; news += 1) rig.nerve.publish('desk', '{"type":"queue"}');
    await new Promise((resolve) => setTimeout(resolve, 1200));
    expect(heard).to.deep.equal([place(1)]);
  });

  it('is told by one process at a time, and by another when that one has gone', async () => {
    await rig.serve();
    const other = newPlaces();
    expect(await places.tell()).to.equal(1);
    expect(await other.tell()).to.equal(0);
    await places.stop();
    expect(await other.tell(), 'begins anew').to.equal(1);
    await other.stop();
  });

  it('can be asked for one session', async () => {
    const later = await rig.serve({ queued_at: RIG_NOW });
    const urgent = await rig.serve({ queued_at: RIG_NOW + 5, severity: 'P1' });
    const withBot = await rig.serve({ state: 'bot', queued_at: null });
    expect(await queue.placeOf(urgent.sessionId)).to.equal(1);
    expect(await queue.placeOf(later.sessionId)).to.equal(2);
    expect(await queue.placeOf(withBot.sessionId)).to.equal(null);
  });
});
