import { expect } from 'chai';
import { gatherEvidence, type PlacedWord } from '../../../domain/incidents/gather-evidence.ts';
import { pruneNetwork } from '../../../domain/incidents/prune-network.ts';

const MINUTE = 60_000;
const TOPOLOGY = {
  parentOf: new Map([
    ['F', null],
    ['A', 'F'],
    ['B', 'F'],
  ]),
  deviceOfCustomer: new Map([
    ['a1', 'A'],
    ['a2', 'A'],
    ['b1', 'B'],
  ]),
};

function call(ticketId: string, at: number, customers: Readonly<Record<string, number>>): PlacedWord {
  const candidates = Object.entries(customers).map(([customer, weight]) => ({ customer, weight }));
  return { ticketId, kind: 'no_power', asked: false, at, candidates };
}

describe('evidence of a feeder', () => {
  it('begins a moment before the first call, and counts in minutes', () => {
    const { startedAt, reports, tickets } = gatherEvidence(
      TOPOLOGY,
      [call('t1', 10 * MINUTE, { a1: 1 }), call('t2', 13 * MINUTE, { b1: 1 })],
      new Set(),
    );
    expect(startedAt).to.equal(8 * MINUTE);
    expect(reports.map(({ at }) => at)).to.deep.equal([2, 5]);
    expect(tickets).to.deep.equal(['t1', 't2']);
  });

  it('leaves out what most probably comes from below a device that is off, and says so', () => {
    const { explained, tickets } = gatherEvidence(
      TOPOLOGY,
      [call('t1', 0, { a1: 0.5, b1: 0.2 }), call('t2', 0, { a1: 0.2, b1: 0.6 })],
      new Set(['A']),
    );
    expect([...explained]).to.deep.equal([['t1', 'A']]);
    expect(tickets).to.deep.equal(['t2']);
  });

  it('has nothing to explain where only word of supply is heard, or only from before', () => {
    const word: PlacedWord = { ...call('w', 0, { a1: 1 }), ticketId: null, kind: 'has_power' };
    expect(gatherEvidence(TOPOLOGY, [word], new Set()).startedAt).to.equal(null);
    const { reports } = gatherEvidence(TOPOLOGY, [word, call('t', 20 * MINUTE, { b1: 1 })], new Set());
    expect(reports.map(({ kind }) => kind)).to.deep.equal(['no_power']);
  });
});

describe('a network without what is off', () => {
  it('has neither the device nor what hangs below it', () => {
    const network = {
      devices: [
        { id: 'F', kind: 'feeder_breaker', parent: null },
        { id: 'A', kind: 'fuse', parent: 'F' },
        { id: 'A1', kind: 'transformer', parent: 'A' },
        { id: 'B', kind: 'fuse', parent: 'F' },
      ],
      customers: [
        { id: 'a', device: 'A1' },
        { id: 'b', device: 'B' },
      ],
    };
    const pruned = pruneNetwork(network, new Set(['A']));
    expect(pruned.devices.map(({ id }) => id)).to.deep.equal(['F', 'B']);
    expect(pruned.customers.map(({ id }) => id)).to.deep.equal(['b']);
    expect(pruneNetwork(network, new Set())).to.equal(network);
  });
});
