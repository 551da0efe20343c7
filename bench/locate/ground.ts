import { type DeviceTree, indexTree } from '../../domain/faults/localisation/index-tree.ts';
import type { Network, NetworkDevice } from '../../domain/faults/localisation/network.ts';
import { nearestInPlane } from './nearest-in-plane.ts';

/** What scenarios are drawn on: a network, and who lives near whom. */
export interface Ground {
  readonly tree: DeviceTree;
  /** By customer: positions of the nearest others, nearest first. */
  readonly near: readonly Int32Array[];
}

export interface PlacedNetwork extends Network {
  readonly devices: readonly (NetworkDevice & { readonly x?: number | undefined; readonly y?: number | undefined })[];
}

/** Among so many neighbours a wrong address lies. */
const NEIGHBOURS = 20;

export function groundOf(network: PlacedNetwork): Ground {
  const tree = indexTree(network);
  const placeOf = new Map(network.devices.map(({ id, x = 0, y = 0 }) => [id, { x, y }]));
  const along = (axis: 'x' | 'y'): Float64Array =>
    Float64Array.from(tree.deviceOfCustomer, (device) => placeOf.get(tree.ids[device] ?? '')?.[axis] ?? 0);
  return { tree, near: nearestInPlane(along('x'), along('y'), NEIGHBOURS) };
}
