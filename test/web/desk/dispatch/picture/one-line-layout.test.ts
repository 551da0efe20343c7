import { expect } from 'chai';
import fc from 'fast-check';
import { foldTree } from '../../../../../web/desk/dispatch/picture/fold-tree.ts';
import {
  type OneLineLayout,
  oneLineLayout,
  type PlacedNode,
} from '../../../../../web/desk/dispatch/picture/one-line-layout.ts';
import { anyFeeder, builtFeeder, device } from './feeders.ts';

const WIDE = { columnWidth: 150, rowHeight: 40, sharesRows: true, least: 700 };
const NARROW = { columnWidth: 20, rowHeight: 40, sharesRows: false, least: 340 };
const anyForm = fc.constantFrom(WIDE, NARROW);

function draw(devices: Parameters<typeof foldTree>[0], form: typeof WIDE): OneLineLayout {
  return oneLineLayout(foldTree(devices, { unfolded: new Set(), most: 80 }), form);
}

/** Symbol and words together. */
function boxOf({ x, y, room }: PlacedNode, { rowHeight }: typeof WIDE) {
  return { left: x - 8, right: x + room - 9, top: y - rowHeight / 2 + 0.1, bottom: y + rowHeight / 2 - 0.1 };
}

describe('a one-line diagram', () => {
  it('lets no symbol or word lie on another', () => {
    fc.assert(
      fc.property(anyFeeder, anyForm, (devices, form) => {
        const boxes = draw(devices, form).nodes.map((node) => ({ key: node.node.key, ...boxOf(node, form) }));
        boxes.forEach((a, at) => {
          for (const b of boxes.slice(at + 1)) {
            const apart = a.right <= b.left || b.right <= a.left || a.bottom <= b.top || b.bottom <= a.top;
            expect(apart, `${a.key} on ${b.key}`).to.equal(true);
          }
        });
      }),
    );
  });

  it('stays within its drawing', () => {
    fc.assert(
      fc.property(anyFeeder, anyForm, (devices, form) => {
        const { nodes, width, height } = draw(devices, form);
        for (const node of nodes) {
          const { left, right, top, bottom } = boxOf(node, form);
          expect([left >= 0, right <= width, top >= 0, bottom <= height], node.node.key).to.deep.equal([
            true,
            true,
            true,
            true,
          ]);
        }
      }),
    );
  });

  it('runs a wire to each device from the one above it, and through no other symbol', () => {
    fc.assert(
      fc.property(anyFeeder, anyForm, (devices, form) => {
        const { nodes, wires } = draw(devices, form);
        const at = new Map(nodes.map(({ node, x, y }) => [node.key, { x, y, parent: node.parentKey }]));
        expect(wires.length).to.equal(nodes.filter(({ node }) => node.parentKey !== null).length);
        for (const { key, points } of wires) {
          const own = at.get(key);
          const above = at.get(own?.parent ?? '');
          expect(points.at(-1)).to.deep.equal({ x: own?.x, y: own?.y });
          expect(points[0]).to.deep.equal({ x: above?.x, y: above?.y });
          for (const { node, x, y } of nodes) {
            if (node.key === key || node.key === own?.parent) continue;
            const crossed = points.slice(1).some((point, index) => {
              const from = points[index] ?? point;
              const within = (value: number, a: number, b: number) =>
                value >= Math.min(a, b) && value <= Math.max(a, b);
              return within(x, from.x, point.x) && within(y, from.y, point.y);
            });
            expect(crossed, `${key} through ${node.key}`).to.equal(false);
          }
        }
      }),
    );
  });

  it('keeps branches in their order, whatever else comes and goes', () => {
    fc.assert(
      fc.property(anyFeeder, fc.nat(), (devices, which) => {
        const parents = new Set(devices.map(({ parentId }) => parentId));
        // Without its trunk a feeder has another.
        const leaves = devices.filter(({ id, kind }) => !parents.has(id) && kind !== 'recloser_or_switch');
        const leaf = leaves[which % Math.max(1, leaves.length)];
        const order = (some: typeof devices) =>
          oneLineLayout(foldTree(some, { unfolded: new Set(some.map(({ id }) => id)), most: 1e9 }), WIDE)
            .nodes.toSorted((a, b) => a.y - b.y || a.x - b.x)
            .map(({ node }) => node.key);
        const fewer = devices.filter((one) => one !== leaf);
        expect(order(fewer)).to.deep.equal(order(devices).filter((key) => key !== leaf?.id));
      }),
    );
  });

  it('runs the trunk straight down', () => {
    const { nodes } = draw(builtFeeder(9), WIDE);
    const trunk = nodes.filter(({ node }) => ['breaker', 'switch0', 'switch3', 'switch6'].includes(node.key));
    expect(new Set(trunk.map(({ x }) => x)).size).to.equal(1);
    expect(trunk.map(({ y }) => y)).to.deep.equal(trunk.map(({ y }) => y).toSorted((a, b) => a - b));
  });

  it('shows supply up to what has failed, and none behind it', () => {
    const { wires } = draw(
      [
        device('breaker', { kind: 'feeder_breaker' }),
        device('fuse', { parentId: 'breaker', state: 'probable' }),
        device('transformer', { kind: 'transformer', parentId: 'fuse', state: 'dark' }),
      ],
      WIDE,
    );
    expect(wires.map(({ key, supply }) => [key, supply])).to.deep.equal([
      ['fuse', 'live'],
      ['transformer', 'dark'],
    ]);
  });
});
