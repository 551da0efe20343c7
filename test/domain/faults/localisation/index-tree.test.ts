import { expect } from 'chai';
import { indexTree, NetworkError } from '../../../../domain/faults/localisation/index-tree.ts';
import { smallFeeder } from './small-feeder.ts';

describe('a network as a tree', () => {
  it('takes devices in any order and counts who hangs below', () => {
    const { devices, customers } = smallFeeder();
    const tree = indexTree({ devices: [...devices].reverse(), customers });
    tree.parent.forEach((parent, device) => {
      expect(parent).to.be.below(device);
    });
    const below = (id: string): number | undefined => tree.customersBelow[tree.positionOfDevice.get(id) ?? -1];
    expect(['b', 'f1', 't3', 's-t1-0'].map(below)).to.deep.equal([30, 20, 10, 1]);
  });

  for (const [what, devices, customers, said] of [
    [
      'a device given twice',
      [
        ['a', null],
        ['a', null],
      ],
      [],
      'device a is there twice',
    ],
    ['a parent that is not there', [['a', 'z']], [], 'device a hangs on z, which is not there'],
    [
      'a circle',
      [
        ['a', 'b'],
        ['b', 'a'],
      ],
      [],
      'is upstream of itself',
    ],
    [
      'a customer given twice',
      [['a', null]],
      [
        ['c', 'a'],
        ['c', 'a'],
      ],
      'customer c is there twice',
    ],
    ['a customer on nothing', [['a', null]], [['c', 'z']], 'customer c hangs on z, which is not there'],
  ] as const) {
    it(`refuses ${what}`, () => {
      const network = {
        devices: devices.map(([id, parent]) => ({ id, kind: 'fuse', parent })),
        customers: customers.map(([id, device]) => ({ id, device })),
      };
      expect(() => indexTree(network)).to.throw(NetworkError, said);
    });
  }
});
