import { expect } from 'chai';
import fc from 'fast-check';
import { foldTree } from '../../../../../web/desk/dispatch/picture/fold-tree.ts';
import type { DiagramDevice } from '../../../../../web/protocol/desk/feeder.ts';
import { anyFeeder, builtFeeder, device } from './feeders.ts';

const CLOSED = { unfolded: new Set<string>(), most: 60 };

function changed(devices: DiagramDevice[], id: string, more: Partial<DiagramDevice>): DiagramDevice[] {
  return devices.map((one) => (one.id === id ? { ...one, ...more } : one));
}

describe('what the picture of a feeder shows', () => {
  it('accounts for every device, report and word of power once', () => {
    fc.assert(
      fc.property(anyFeeder, fc.integer({ min: 5, max: 100 }), (devices, most) => {
        const nodes = foldTree(devices, { ...CLOSED, most });
        const sum = (of: (one: (typeof nodes)[number]) => number) => nodes.reduce((all, one) => all + of(one), 0);
        expect(sum(({ device: own, hidden }) => (own === null ? 0 : 1) + hidden)).to.equal(devices.length);
        expect(sum(({ reports }) => reports)).to.be.closeTo(
          devices.reduce((all, { reports }) => all + reports, 0),
          1e-9,
        );
        expect(sum(({ hasPower }) => hasPower)).to.equal(devices.reduce((all, { hasPower }) => all + hasPower, 0));
      }),
    );
  });

  it('shows whatever has failed, with all that it hangs on, parents first', () => {
    fc.assert(
      fc.property(anyFeeder, fc.integer({ min: 5, max: 100 }), (devices, most) => {
        const nodes = foldTree(devices, { ...CLOSED, most });
        const seen = new Set<string | null>([null]);
        for (const { key, parentKey } of nodes) {
          expect(seen.has(parentKey), `${key} before ${parentKey}`).to.equal(true);
          seen.add(key);
        }
        expect(seen.size).to.equal(nodes.length + 1);
        for (const { id, state } of devices) if (state === 'probable') expect(seen.has(id), id).to.equal(true);
      }),
    );
  });

  it('shows a small feeder whole', () => {
    const devices = builtFeeder(1).filter(({ kind }) => kind !== 'service');
    expect(foldTree(devices, CLOSED).map(({ key }) => key)).to.deep.equal(devices.map(({ id }) => id));
  });

  it('shows a feeder of which nothing is known by its trunk, with its branches counted', () => {
    const nodes = foldTree(builtFeeder(6), CLOSED);
    expect(nodes.map(({ key }) => key)).to.deep.equal(['breaker', 'switch0', 'switch3', 'switch0 live']);
    expect(nodes.find(({ key }) => key === 'switch0 live')).to.deep.include({
      device: null,
      hidden: 3 * 58,
      customers: 3,
    });
  });

  it('leads from the trunk to a report, and counts what is beside the way', () => {
    const devices = changed(builtFeeder(6), 't1.2.0.4', { reports: 1, severity: 'P2' });
    const keys = foldTree(devices, CLOSED).map(({ key }) => key);
    expect(keys).to.include.members(['fuse1', 't1.2', 't1.2.0', 't1.2.0.4', 'fuse1 live', 't1.2.0 live']);
    expect(keys).not.to.include('t1.1');
  });

  it('shows the dark behind what has failed, though nobody there has spoken', () => {
    const devices = builtFeeder(6).map((one) =>
      one.id.startsWith('t1.')
        ? { ...one, state: 'dark' as const }
        : one.id === 'fuse1'
          ? { ...one, state: 'failed' as const }
          : one,
    );
    const nodes = foldTree(devices, CLOSED);
    expect(nodes.find(({ key }) => key === 'fuse1 dark')).to.deep.include({ hidden: 3 * 19, state: 'dark' });
  });

  it('shows the branches of what is unfolded', () => {
    const keys = foldTree(builtFeeder(6), { unfolded: new Set(['switch0']), most: 60 }).map(({ key }) => key);
    expect(keys).to.include.members(['fuse0', 'fuse1', 'fuse2']);
  });

  it('folds the ends of the network first where a storm leaves too much to show, and keeps what has failed', () => {
    const stormy = builtFeeder(60).map((one) => (one.kind === 'service' ? { ...one, reports: 1 } : one));
    const devices = changed(stormy, 't7.1', { state: 'probable', probability: 0.9 });
    const nodes = foldTree(devices, { ...CLOSED, most: 100 });
    expect(nodes.length).to.be.at.most(100);
    expect(nodes.map(({ key }) => key)).to.include('t7.1');
    expect(nodes.some(({ device: own }) => own?.kind === 'service')).to.equal(false);
  });

  it('keeps the trunk in view where reports are everywhere and nothing has been found', () => {
    const devices = builtFeeder(172).map((one, at) => ({ ...one, reports: at % 7 === 0 ? 1 : 0 }));
    const nodes = foldTree(devices, { ...CLOSED, most: 70 });
    expect(nodes.filter(({ device: own }) => own?.kind === 'recloser_or_switch')).to.have.length(58);
    expect(nodes.every(({ device: own, reports }) => own !== null || reports > 0)).to.equal(true);
  });

  it('takes ten thousand devices in a row as well as in a bush', () => {
    const row = Array.from({ length: 10_000 }, (_, at) =>
      device(`d${at}`, { kind: 'lv_line', parentId: at === 0 ? null : `d${at - 1}` }),
    );
    const bush = row.map((one, at) => ({ ...one, parentId: at === 0 ? null : `d${(at - 1) >> 3}` }));
    for (const devices of [row, bush]) expect(foldTree(devices, CLOSED)).to.have.length(1);
  });
});
