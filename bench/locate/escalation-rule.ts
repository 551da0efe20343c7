import type { Prediction, Scenario } from '../../desk/localisation/trouble-format.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';

/** Children called failed that make their parent so. */
const CHILDREN = 2;
/** Share of the customers below who call that makes a device failed. */
const SHARE = 0.01;

/**
 * What outage-management systems commonly do: going up the tree, a device is called failed when at least two of its
 * children are, or at least 1 % of its customers called, but never past a has_power; the highest such devices are the
 * answer, and those with a lone call are dropped if any has two.
 */
export function escalate(tree: DeviceTree, { id, t_min, reports }: Scenario): Prediction {
  const size = tree.ids.length;
  const calls = new Int32Array(size);
  const supplied = new Uint8Array(size);
  const callers = new Set<string>();
  for (const { customer, kind, t } of reports) {
    const position = tree.positionOfCustomer.get(customer);
    if (position === undefined || t > t_min || (kind === 'no_power' && callers.has(customer))) continue;
    if (kind === 'no_power') callers.add(customer);
    for (let device = tree.deviceOfCustomer[position] ?? -1; device >= 0; device = tree.parent[device] ?? -1) {
      if (kind === 'no_power') calls[device] = (calls[device] ?? 0) + 1;
      else supplied[device] = 1;
    }
  }
  const failedChildren = new Int32Array(size);
  const isFailed = new Uint8Array(size);
  for (let device = size - 1; device >= 0; device -= 1) {
    const called = calls[device] ?? 0;
    const enough = called > 0 && called >= SHARE * (tree.customersBelow[device] ?? 0);
    if (supplied[device] === 1 || !(enough || (failedChildren[device] ?? 0) >= CHILDREN)) continue;
    isFailed[device] = 1;
    const up = tree.parent[device] ?? -1;
    if (up >= 0) failedChildren[up] = (failedChildren[up] ?? 0) + 1;
  }
  const covered = new Uint8Array(size);
  const highest: number[] = [];
  for (let device = 0; device < size; device += 1) {
    const up = tree.parent[device] ?? -1;
    const under = up >= 0 && covered[up] === 1;
    covered[device] = under || isFailed[device] === 1 ? 1 : 0;
    if (isFailed[device] === 1 && !under) highest.push(device);
  }
  const ranked = highest.sort((a, b) => (calls[b] ?? 0) - (calls[a] ?? 0) || a - b);
  const several = ranked.filter((device) => (calls[device] ?? 0) > 1);
  const idOf = (device: number): string => tree.ids[device] ?? '';
  return {
    id,
    failed: (several.length > 0 ? several : ranked).map(idOf),
    ranking: ranked.slice(0, 10).map((device) => ({ id: idOf(device) })),
  };
}
