import type { DeviceTree } from './index-tree.ts';

/** The devices under consideration, in the tree's order (parents first), and for each the row of its nearest such ancestor. */
export interface Considered {
  readonly devices: Int32Array;
  readonly parentRow: Int32Array;
}

/** Takes the devices for which `accept` holds. Whoever is left out can't have failed. */
export function consider(tree: DeviceTree, accept: (device: number) => boolean): Considered {
  const rowOf = new Int32Array(tree.ids.length);
  const devices: number[] = [];
  const parentRow: number[] = [];
  for (let device = 0; device < tree.ids.length; device += 1) {
    const up = tree.parent[device] ?? -1;
    const rowAbove = up >= 0 ? (rowOf[up] ?? -1) : -1;
    if (accept(device)) {
      rowOf[device] = devices.length;
      devices.push(device);
      parentRow.push(rowAbove);
    } else rowOf[device] = rowAbove;
  }
  return { devices: Int32Array.from(devices), parentRow: Int32Array.from(parentRow) };
}

/**
 * Sums over every set of failed devices of which none is upstream of another. With w the weight of a device's failure
 * against no failure, a subtree's sum is Z = w + Π Z(children): the device failed and covers all below, or it did not.
 * `inside` receives log Z, `below` log Π Z(children); returns the log of the whole forest's sum.
 */
export function sumInside(
  { parentRow }: Considered,
  logWeight: Float64Array,
  inside: Float64Array,
  below: Float64Array,
): number {
  let total = 0;
  below.fill(0);
  for (let row = parentRow.length - 1; row >= 0; row -= 1) {
    const z = logAdd(logWeight[row] ?? Number.NEGATIVE_INFINITY, below[row] ?? 0);
    inside[row] = z;
    const up = parentRow[row] ?? -1;
    if (up >= 0) below[up] = (below[up] ?? 0) + z;
    else total += z;
  }
  return total;
}

/** After sumInside: adds to `probability`, times `share`, that each device is among the failed. */
export function addMarginals(
  { parentRow }: Considered,
  sums: { logWeight: Float64Array; inside: Float64Array; below: Float64Array; covered: Float64Array },
  share: number,
  probability: Float64Array,
): void {
  const { logWeight, inside, below, covered } = sums;
  for (let row = 0; row < parentRow.length; row += 1) {
    const up = parentRow[row] ?? -1;
    // log P(no device above failed), then by the subtree's own two cases.
    const free = up >= 0 ? (covered[up] ?? 0) : 0;
    const z = inside[row] ?? 0;
    covered[row] = free + (below[row] ?? 0) - z;
    probability[row] = (probability[row] ?? 0) + share * Math.exp(free + (logWeight[row] ?? 0) - z);
  }
}

/** Beyond it, a double can't tell. */
const NO_MATTER = 37;

export function logAdd(a: number, b: number): number {
  const high = Math.max(a, b);
  if (!(Math.abs(a - b) <= NO_MATTER)) return high;
  return high + Math.log1p(Math.exp(-Math.abs(a - b)));
}
