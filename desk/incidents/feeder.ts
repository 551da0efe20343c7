import type { Network } from '../../domain/faults/localisation/network.ts';
import type { FeederTopology } from '../../domain/incidents/gather-evidence.ts';
import type { SuppliedRow } from '../../store/repositories/network-repository.ts';
import type { NetworkDeviceTable } from '../../store/tables/utility-tables.ts';

/** One feeder with all that hangs on it: what incidents are inferred within. */
export interface Feeder extends FeederTopology {
  readonly id: string;
  readonly name: string;
  /** The device it hangs on, most often a substation. */
  readonly sourceName: string | null;
  /** Devices upstream of the feeder's own. */
  readonly above: readonly string[];
  /** Parents before children. */
  readonly devices: readonly NetworkDeviceTable[];
  readonly deviceById: ReadonlyMap<string, NetworkDeviceTable>;
  readonly network: Network;
  /** Changes whenever the network does. */
  readonly networkKey: string;
  /** Premises → the customer that stands for them. */
  readonly customerOf: ReadonlyMap<string, string>;
  /** What is dark where a device has failed. */
  extentOf(deviceId: string): Extent;
  /** Whether a device is another or hangs below it. */
  isWithin(device: string, above: string): boolean;
}

export interface Extent {
  readonly customers: number;
  readonly lifeSupport: number;
  /** Kinds, each once. */
  readonly criticalSites: readonly string[];
  readonly villageCodes: readonly string[];
  readonly townCodes: readonly string[];
  /** Accounts by town, for interruptions. */
  readonly customersByTown: ReadonlyMap<string, number>;
}

export interface FeederParts {
  readonly root: NetworkDeviceTable;
  readonly above: readonly NetworkDeviceTable[];
  readonly devices: readonly NetworkDeviceTable[];
  readonly supplied: readonly SuppliedRow[];
  readonly networkKey: string;
}

export function createFeeder({ root, above, devices, supplied, networkKey }: FeederParts): Feeder {
  const parentOf = new Map(devices.map(({ id, parent_id }) => [id, id === root.id ? null : parent_id]));
  const customers = supplied.map(({ account_id, premises_id, device_id }) => ({
    id: account_id ?? premises_id,
    device: device_id,
  }));
  const isWithin = (device: string, upper: string): boolean => {
    let at: string | null = device;
    while (at !== null && at !== upper) at = parentOf.get(at) ?? null;
    return at !== null;
  };
  const extents = new Map<string, Extent>();
  return {
    id: root.id,
    name: root.name,
    sourceName: above[0]?.name ?? null,
    above: above.map(({ id }) => id),
    devices,
    deviceById: new Map(devices.map((device) => [device.id, device])),
    parentOf,
    deviceOfCustomer: new Map(customers.map(({ id, device }) => [id, device])),
    network: {
      devices: devices.map(({ id, kind }) => ({ id, kind, parent: parentOf.get(id) ?? null })),
      customers,
    },
    networkKey,
    customerOf: new Map(supplied.map(({ premises_id, account_id }) => [premises_id, account_id ?? premises_id])),
    extentOf(deviceId) {
      const known = extents.get(deviceId) ?? extentBelow(supplied, (device) => isWithin(device, deviceId));
      extents.set(deviceId, known);
      return known;
    },
    isWithin,
  };
}

function extentBelow(supplied: readonly SuppliedRow[], isBelow: (device: string) => boolean): Extent {
  const rows = supplied.filter(({ device_id }) => isBelow(device_id));
  const accounts = rows.filter(({ account_id }) => account_id !== null);
  const byTown = Map.groupBy(accounts, ({ town_code }) => town_code);
  return {
    customers: accounts.length,
    lifeSupport: accounts.filter(({ special_need }) => special_need === 'life_support').length,
    criticalSites: [...new Set(rows.flatMap(({ critical_kind }) => critical_kind ?? []))],
    villageCodes: [...new Set(rows.map(({ village_code }) => village_code))],
    townCodes: [...new Set(rows.map(({ town_code }) => town_code))],
    customersByTown: new Map([...byTown].map(([town, all]) => [town, all.length])),
  };
}

/** What is dark where several feeders are. */
export function joinExtents(extents: readonly Extent[]): Extent {
  const [first, ...rest] = extents;
  if (first && rest.length === 0) return first;
  const all = <T>(of: (extent: Extent) => readonly T[]): T[] => [...new Set(extents.flatMap(of))];
  const byTown = new Map<string, number>();
  for (const { customersByTown } of extents) {
    for (const [town, customers] of customersByTown) byTown.set(town, (byTown.get(town) ?? 0) + customers);
  }
  return {
    customers: extents.reduce((sum, { customers }) => sum + customers, 0),
    lifeSupport: extents.reduce((sum, { lifeSupport }) => sum + lifeSupport, 0),
    criticalSites: all(({ criticalSites }) => criticalSites),
    villageCodes: all(({ villageCodes }) => villageCodes),
    townCodes: all(({ townCodes }) => townCodes),
    customersByTown: byTown,
  };
}
