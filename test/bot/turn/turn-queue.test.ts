import { expect } from 'chai';
import fc from 'fast-check';
import { QueuePlace, TurnQueue } from '../../../bot/turn/turn-queue.ts';

const SETTINGS = { atOnce: 4, roundMs: 1000, oldestEvery: 8 };

describe('the queue of conversations for a turn', () => {
  it('lets whoever comes begin at once where nobody waits', async () => {
    const queue = new TurnQueue(SETTINGS);
    expect(await queue.enter(new QueuePlace())).to.equal(true);
  });

  it('does not ask what a message says where nobody waits', async () => {
    const queue = new TurnQueue(SETTINGS);
    const place = new QueuePlace();
    place.looks.push(() => {
      throw new Error('looked at');
    });
    expect(await queue.enter(place)).to.equal(true);
  });

  it('begins with danger, then with who has waited longest', async () => {
    const { began, finish, enter } = crowd();
    for (const name of ['a', 'b', 'c', 'fire', 'd', 'sparks']) enter(name, ['fire', 'sparks'].includes(name));
    await finish();
    // The first had come to an empty queue.
    expect(began).to.deep.equal(['a', 'fire', 'sparks', 'b', 'c', 'd']);
  });

  it('hurries a conversation that waits already when danger comes into it', async () => {
    const { began, finish, enter, queue } = crowd();
    const places = ['a', 'b', 'c', 'd'].map((name) => enter(name, false));
    const last = places.at(-1);
    last?.looks.push(() => true);
    if (last) queue.noticed(last);
    await finish();
    expect(began).to.deep.equal(['a', 'd', 'b', 'c']);
  });

  it('keeps nobody waiting for ever, whatever danger there is', async () => {
    const { began, finish, enter } = crowd();
    for (let number = 0; number < 3; number += 1) enter(`calm ${number}`, false);
    for (let number = 0; number < 40; number += 1) enter(`danger ${number}`, true);
    await finish();
    expect(began.indexOf('calm 1')).to.be.within(1, SETTINGS.oldestEvery);
    expect(began.indexOf('calm 2')).to.be.within(1, 2 * SETTINGS.oldestEvery);
  });

  it('takes a message that can’t be looked at for one without danger', async () => {
    const { began, finish, enter } = crowd();
    enter('a', false);
    enter('b', false);
    enter('broken', false).looks.push(() => {
      throw new Error('planted');
    });
    enter('fire', true);
    await finish();
    expect(began).to.deep.equal(['a', 'fire', 'b', 'broken']);
  });

  it('leaves the event loop to others once the time of a round is spent', async () => {
    const queue = new TurnQueue({ ...SETTINGS, roundMs: 0, atOnce: 100 });
    let rounds = 0;
    let counting = true;
    const count = () => {
      rounds += 1;
      if (counting) setImmediate(count);
    };
    setImmediate(count);
    const all = Array.from({ length: 30 }, async () => {
      await queue.enter(new QueuePlace());
      for (const end = performance.now() + 1; performance.now() < end; );
      queue.leave();
    });
    await Promise.all(all);
    counting = false;
    expect(rounds).to.be.at.least(29);
  });

  it('sends away whoever waits when it is closed, and whoever comes then', async () => {
    const queue = new TurnQueue({ ...SETTINGS, atOnce: 1 });
    const answers = [queue.enter(new QueuePlace()), queue.enter(new QueuePlace())];
    queue.close();
    expect(await Promise.all([...answers, queue.enter(new QueuePlace())])).to.deep.equal([true, false, false]);
  });

  it('gives everybody a turn, and no more at once than it may, whatever comes in which order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.record({ danger: fc.boolean(), rounds: fc.nat(3) }), { maxLength: 40 }),
        fc.integer({ min: 1, max: 5 }),
        async (comers, atOnce) => {
          const queue = new TurnQueue({ ...SETTINGS, atOnce });
          let [active, most] = [0, 0];
          const all = comers.map(async ({ danger, rounds }) => {
            const place = new QueuePlace();
            place.looks.push(() => danger);
            for (let turn = 0; turn <= rounds; turn += 1) {
              if (!(await queue.enter(place))) throw new Error('sent away');
              active += 1;
              most = Math.max(most, active);
              await new Promise((resolve) => setImmediate(resolve));
              active -= 1;
              queue.leave();
            }
          });
          await Promise.all(all);
          expect(most).to.be.at.most(atOnce);
          expect(active).to.equal(0);
        },
      ),
      { numRuns: 50 },
    );
  });
});

/** Conversations that come to a queue in which one turn is thought at a time. */
function crowd() {
  const queue = new TurnQueue({ ...SETTINGS, atOnce: 1 });
  const began: string[] = [];
  const turns: Promise<void>[] = [];
  const enter = (name: string, isDanger: boolean): QueuePlace => {
    const place = new QueuePlace();
    place.looks.push(() => isDanger);
    const turn = async () => {
      await queue.enter(place);
      began.push(name);
      await new Promise((resolve) => setImmediate(resolve));
      queue.leave();
    };
    turns.push(turn());
    return place;
  };
  return { queue, began, enter, finish: () => Promise.all(turns) };
}
