import { expect } from 'chai';
import { LocaliseThread } from '../../../desk/localisation/localise-thread.ts';

const NETWORK = {
  devices: [
    { id: 'F', kind: 'feeder_breaker', parent: null },
    { id: 'A', kind: 'fuse', parent: 'F' },
    { id: 'B', kind: 'fuse', parent: 'F' },
  ],
  customers: Array.from({ length: 20 }, (_, at) => ({ id: `${at}`, device: at < 10 ? 'A' : 'B' })),
};

function question(customers: readonly number[], networkKey = '1') {
  return {
    feederId: 'F',
    networkKey,
    network: NETWORK,
    dark: [],
    sound: [],
    reports: customers.map((each, at) => ({
      kind: 'no_power' as const,
      at: at + 2,
      candidates: [{ customer: `${each}`, weight: 1 }],
    })),
    minutes: 15,
  };
}

describe("localisation's thread", () => {
  let thread: LocaliseThread;
  beforeEach(() => {
    thread = new LocaliseThread();
  });
  afterEach(() => thread.close());

  it('answers each of many questions with its own answer', async () => {
    const [a, b] = await Promise.all([thread.ask(question([1, 2, 3, 4])), thread.ask(question([11, 12, 13, 14]))]);
    expect([a?.failed, b?.failed]).to.deep.equal([['A'], ['B']]);
  });

  it('says whom to ask, after what it was asked before or afresh', async () => {
    const asked = question([1, 2, 3]);
    const order = { mayBeAsked: ['4', '14', '15'], pending: [], most: 2, leastGain: 0, noAnswer: 0.4 };
    const fresh = await thread.choose(asked, order);
    expect(fresh.length).to.be.above(0);
    for (const { customer, gain } of fresh) {
      expect(order.mayBeAsked).to.include(customer);
      expect(gain).to.be.within(0, 1);
    }
    expect((await thread.ask(asked)).failed).to.deep.equal(['A']);
    expect(await thread.choose(asked, order)).to.deep.equal(fresh);
    expect((await thread.ask(asked)).failed, 'choosing changes nothing').to.deep.equal(['A']);
  });

  it('takes a network that has changed', async () => {
    await thread.ask(question([1, 2, 3]));
    const renamed = {
      devices: NETWORK.devices.map((device) => ({
        ...device,
        id: `new ${device.id}`,
        parent: device.parent && 'new F',
      })),
      customers: NETWORK.customers.map(({ id, device }) => ({ id, device: `new ${device}` })),
    };
    const { failed } = await thread.ask({ ...question([1, 2, 3, 4], '2'), network: renamed });
    expect(failed).to.deep.equal(['new A']);
  });

  it('answers by what is new as it would by the whole, whatever comes or goes between', async () => {
    const fresh = new LocaliseThread();
    try {
      const all = [1, 2, 11, 3, 4, 12, 5];
      for (const wanted of [all.slice(0, 2), all.slice(0, 3), all, all.slice(1), [...all, 6, 13]]) {
        for (const dark of [[], ['B']]) {
          const asked = { ...question(wanted), dark };
          await fresh.close();
          expect(await thread.ask(asked)).to.deep.equal(await fresh.ask(asked));
        }
      }
    } finally {
      await fresh.close();
    }
  });

  it('leaves out what is off', async () => {
    const { ranking } = await thread.ask({ ...question([11, 12, 13]), dark: ['A'] });
    expect(ranking.map(({ device }) => device)).to.not.include('A');
  });

  it('says what went wrong, and goes on', async () => {
    const broken = { ...NETWORK, devices: [...NETWORK.devices, { id: 'A', kind: 'fuse', parent: 'F' }] };
    const failure = await thread.ask({ ...question([1], '3'), network: broken }).then(
      () => null,
      (error: unknown) => error,
    );
    expect(String(failure)).to.include('device A is there twice');
    expect((await thread.ask(question([1, 2, 3, 4], '4'))).failed).to.deep.equal(['A']);
  });

  it('begins anew after it was ended', async () => {
    await thread.ask(question([1, 2, 3]));
    await thread.close();
    expect((await thread.ask(question([11, 12, 13, 14]))).failed).to.deep.equal(['B']);
  });
});
