import { nearestInPlane } from './nearest-in-plane.ts';
import type { Network, NetworkDevice } from './network.ts';

/** The network as arrays by position, parents before children. */
export interface DeviceTree {
  readonly ids: readonly string[];
  readonly kinds: readonly string[];
  /** Position of the parent, -1 for a root. */
  readonly parent: Int32Array;
  readonly customersBelow: Int32Array;
  readonly positionOfDevice: ReadonlyMap<string, number>;
  readonly positionOfCustomer: ReadonlyMap<string, number>;
  readonly deviceOfCustomer: Int32Array;
  /** Whose reports may by mistake have been put down to this customer: positions of those who have it among their nearest. */
  readonly mistakenFor: readonly Int32Array[];
}

export class NetworkError extends Error {
  readonly code = 'network';
}

/**
 * Devices may stand in any order. Throws NetworkError for an id given twice, a parent or device that is not there, and
 * a circle of parents.
 */
export function indexTree(network: Network, neighbours: number): DeviceTree {
  const devices = parentsFirst(network.devices);
  const positionOfDevice = new Map(devices.map(({ id }, position) => [id, position]));
  const parent = Int32Array.from(devices, (device) => positionOf(positionOfDevice, device.parent));
  const positionOfCustomer = new Map<string, number>();
  const deviceOfCustomer = Int32Array.from(network.customers, ({ id, device }, position) => {
    if (positionOfCustomer.has(id)) throw new NetworkError(`customer ${id} is there twice`);
    positionOfCustomer.set(id, position);
    const at = positionOfDevice.get(device);
    if (at === undefined) throw new NetworkError(`customer ${id} hangs on ${device}, which is not there`);
    return at;
  });
  return {
    ids: devices.map(({ id }) => id),
    kinds: devices.map(({ kind }) => kind),
    parent,
    customersBelow: countBelow(parent, deviceOfCustomer),
    positionOfDevice,
    positionOfCustomer,
    deviceOfCustomer,
    mistakenFor: mistakenFor(pointsOf(devices, deviceOfCustomer), neighbours),
  };
}

function positionOf(positions: ReadonlyMap<string, number>, id: string | null): number {
  return id === null ? -1 : (positions.get(id) ?? -1);
}

function parentsFirst(devices: readonly NetworkDevice[]): NetworkDevice[] {
  const byId = new Map<string, NetworkDevice>();
  for (const device of devices) {
    if (byId.has(device.id)) throw new NetworkError(`device ${device.id} is there twice`);
    byId.set(device.id, device);
  }
  const placed = new Set<string>();
  const ordered: NetworkDevice[] = [];
  for (const device of devices) {
    const climb: NetworkDevice[] = [];
    const onClimb = new Set<string>();
    for (let next: NetworkDevice | undefined = device; next && !placed.has(next.id); next = above(next, byId)) {
      if (onClimb.has(next.id)) throw new NetworkError(`device ${next.id} is upstream of itself`);
      onClimb.add(next.id);
      climb.push(next);
    }
    for (const each of climb.reverse()) {
      placed.add(each.id);
      ordered.push(each);
    }
  }
  return ordered;
}

function above(device: NetworkDevice, byId: ReadonlyMap<string, NetworkDevice>): NetworkDevice | undefined {
  if (device.parent === null) return undefined;
  const parent = byId.get(device.parent);
  if (!parent) throw new NetworkError(`device ${device.id} hangs on ${device.parent}, which is not there`);
  return parent;
}

function countBelow(parent: Int32Array, deviceOfCustomer: Int32Array): Int32Array {
  const below = new Int32Array(parent.length);
  for (const device of deviceOfCustomer) below[device] = (below[device] ?? 0) + 1;
  for (let device = parent.length - 1; device >= 0; device -= 1) {
    const up = parent[device] ?? -1;
    if (up >= 0) below[up] = (below[up] ?? 0) + (below[device] ?? 0);
  }
  return below;
}

interface Points {
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** Where coordinates are missing, customers stand in a row in the tree's order, so that neighbours in the tree are near. */
function pointsOf(devices: readonly NetworkDevice[], deviceOfCustomer: Int32Array): Points {
  const known = devices.every(({ x, y }) => x !== undefined && y !== undefined);
  return known
    ? {
        x: Float64Array.from(deviceOfCustomer, (device) => devices[device]?.x ?? 0),
        y: Float64Array.from(deviceOfCustomer, (device) => devices[device]?.y ?? 0),
      }
    : { x: rowOf(devices, deviceOfCustomer), y: new Float64Array(deviceOfCustomer.length) };
}

function rowOf(devices: readonly NetworkDevice[], deviceOfCustomer: Int32Array): Float64Array {
  const children = new Map<string | null, string[]>();
  for (const { id, parent } of devices) {
    const siblings = children.get(parent);
    if (siblings) siblings.push(id);
    else children.set(parent, [id]);
  }
  const place = new Map<string, number>();
  const open = [...(children.get(null) ?? [])].reverse();
  for (let id = open.pop(); id !== undefined; id = open.pop()) {
    place.set(id, place.size);
    open.push(...[...(children.get(id) ?? [])].reverse());
  }
  return Float64Array.from(deviceOfCustomer, (device) => place.get(devices[device]?.id ?? '') ?? 0);
}

function mistakenFor({ x, y }: Points, neighbours: number): Int32Array[] {
  const found: number[][] = Array.from(x, () => []);
  nearestInPlane(x, y, neighbours).forEach((near, customer) => {
    for (const other of near) found[other]?.push(customer);
  });
  return found.map((customers) => Int32Array.from(customers));
}
