import type { NetworkRepository } from '../../store/repositories/network-repository.ts';
import type { NetworkDeviceTable } from '../../store/tables/utility-tables.ts';
import { createFeeder, type Extent, type Feeder, joinExtents } from './feeder.ts';

/** An import in another process is seen after so long. */
const KEPT_MS = 30 * 60_000;
const MOST_FEEDERS = 100;

interface Layout {
  readonly readAt: number;
  /** Tells one reading of the network from another. */
  readonly reading: number;
  readonly byId: ReadonlyMap<string, NetworkDeviceTable>;
  readonly feederOf: ReadonlyMap<string, string>;
  /** By feeder, parents before children. */
  readonly members: ReadonlyMap<string, readonly NetworkDeviceTable[]>;
}

/**
 * The network by feeders. A feeder is what hangs on one feeder breaker; devices that hang on none belong to the feeder of
 * their root. Devices are kept in memory, customers of the feeders that are looked at.
 */
export class NetworkBook {
  readonly #repository: Pick<NetworkRepository, 'devices' | 'suppliedBy' | 'accountsByDevice'>;
  readonly #now: () => number;
  #layout: Promise<Layout> | null = null;
  #readAt = 0;
  #readings = 0;
  readonly #feeders = new Map<string, Promise<Feeder | null>>();

  constructor(given: {
    repository: Pick<NetworkRepository, 'devices' | 'suppliedBy' | 'accountsByDevice'>;
    now: () => number;
  }) {
    this.#repository = given.repository;
    this.#now = given.now;
  }

  /** Null where there is no such feeder. */
  async feeder(id: string): Promise<Feeder | null> {
    const layout = await this.#current();
    const known = this.#feeders.get(id) ?? this.#read(layout, id);
    this.#feeders.delete(id);
    this.#feeders.set(id, known);
    const [oldest] = this.#feeders.keys();
    if (this.#feeders.size > MOST_FEEDERS && oldest !== undefined) this.#feeders.delete(oldest);
    return known.catch((error: unknown) => {
      this.#feeders.delete(id);
      throw error;
    });
  }

  /** By the device that something hangs on; null where the network lacks it. */
  async feederOf(deviceId: string): Promise<string | null> {
    return (await this.#current()).feederOf.get(deviceId) ?? null;
  }

  async device(id: string): Promise<NetworkDeviceTable | null> {
    return (await this.#current()).byId.get(id) ?? null;
  }

  /** What is dark where a device has failed, over all feeders that hang on it; null where the network lacks it. */
  async extentOf(deviceId: string): Promise<Extent | null> {
    const { feederOf, byId, members } = await this.#current();
    const own = feederOf.get(deviceId);
    if (own === undefined) return null;
    const below = [...members.keys()].filter((id) => id !== own && hangsOn(byId, id, deviceId));
    const feeders = await Promise.all([own, ...below].map((id) => this.feeder(id)));
    return joinExtents(
      feeders.flatMap((feeder) =>
        feeder ? [feeder.extentOf(feeder.deviceById.has(deviceId) ? deviceId : feeder.id)] : [],
      ),
    );
  }

  /** Feeders with customers that hang on a device. */
  async feedersBelow(deviceId: string): Promise<string[]> {
    const { byId, members } = await this.#current();
    const below = [...members.keys()].filter((id) => id !== deviceId && hangsOn(byId, id, deviceId));
    const feeders = await Promise.all(below.map((id) => this.feeder(id)));
    return feeders.flatMap((feeder) => (feeder && feeder.extentOf(feeder.id).customers > 0 ? [feeder.id] : []));
  }

  /** Every feeder's own device with how many devices it has, by name. */
  async feeders(): Promise<
    { readonly root: NetworkDeviceTable; readonly devices: number; readonly customers: number }[]
  > {
    const { members, byId } = await this.#current();
    const accounts = await this.#repository.accountsByDevice();
    return [...members]
      .flatMap(([id, devices]) => {
        const root = byId.get(id);
        const customers = devices.reduce((sum, device) => sum + (accounts.get(device.id) ?? 0), 0);
        return root ? [{ root, devices: devices.length, customers }] : [];
      })
      .filter(({ customers, devices }) => customers > 0 || devices > 1)
      .sort((a, b) => (a.root.name < b.root.name ? -1 : 1));
  }

  #current(): Promise<Layout> {
    const now = this.#now();
    if (this.#layout === null || now - this.#readAt >= KEPT_MS) {
      this.#readAt = now;
      this.#feeders.clear();
      const reading = this.#readLayout(now);
      this.#layout = reading;
      reading.catch(() => {
        if (this.#layout === reading) this.#layout = null;
      });
    }
    return this.#layout;
  }

  async #readLayout(readAt: number): Promise<Layout> {
    const devices = await this.#repository.devices();
    const byId = new Map(devices.map((device) => [device.id, device]));
    const feederOf = new Map<string, string>();
    const members = new Map<string, NetworkDeviceTable[]>();
    for (const device of parentsFirst(devices, byId)) {
      const upper = device.parent_id === null ? undefined : feederOf.get(device.parent_id);
      const feeder = device.kind === 'feeder_breaker' || upper === undefined ? device.id : upper;
      feederOf.set(device.id, feeder);
      const list = members.get(feeder);
      if (list) list.push(device);
      else members.set(feeder, [device]);
    }
    this.#readings += 1;
    return { readAt, reading: this.#readings, byId, feederOf, members };
  }

  async #read({ members, byId, reading }: Layout, id: string): Promise<Feeder | null> {
    const root = byId.get(id);
    const devices = members.get(id);
    if (!root || !devices) return null;
    const above: NetworkDeviceTable[] = [];
    for (let up = byId.get(root.parent_id ?? ''); up; up = byId.get(up.parent_id ?? '')) above.push(up);
    const supplied = await this.#repository.suppliedBy(devices.map((device) => device.id));
    return createFeeder({ root, above, devices, supplied, networkKey: `${reading}` });
  }
}

function hangsOn(byId: ReadonlyMap<string, NetworkDeviceTable>, id: string, upper: string): boolean {
  const seen = new Set<string>();
  let at = byId.get(id);
  while (at && at.id !== upper && !seen.has(at.id)) {
    seen.add(at.id);
    at = byId.get(at.parent_id ?? '');
  }
  return at?.id === upper;
}

function parentsFirst(
  devices: readonly NetworkDeviceTable[],
  byId: ReadonlyMap<string, NetworkDeviceTable>,
): NetworkDeviceTable[] {
  const placed = new Set<string>();
  const ordered: NetworkDeviceTable[] = [];
  for (const device of devices) {
    const climb: NetworkDeviceTable[] = [];
    const onClimb = new Set<string>();
    let next: NetworkDeviceTable | undefined = device;
    while (next && !placed.has(next.id) && !onClimb.has(next.id)) {
      onClimb.add(next.id);
      climb.push(next);
      next = byId.get(next.parent_id ?? '');
    }
    for (const each of climb.reverse()) {
      placed.add(each.id);
      ordered.push(each);
    }
  }
  return ordered;
}
