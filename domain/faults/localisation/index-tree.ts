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
}

export class NetworkError extends Error {
  readonly code = 'network';
}

/**
 * Devices may stand in any order. Throws NetworkError for an id given twice, a parent or device that is not there, and
 * a circle of parents.
 */
export function indexTree(network: Network): DeviceTree {
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
