import type { Network } from '../faults/localisation/network.ts';

/**
 * A network without what lies below devices that are known to be off: nobody there can tell anything new, neither by
 * calling nor by silence.
 */
export function pruneNetwork(network: Network, dark: ReadonlySet<string>): Network {
  if (dark.size === 0) return network;
  const parentOf = new Map(network.devices.map(({ id, parent }) => [id, parent]));
  const isOff = new Map<string, boolean>();
  const off = (id: string): boolean => {
    const known = isOff.get(id);
    if (known !== undefined) return known;
    // Against a circle of parents, which the tree itself refuses.
    isOff.set(id, false);
    const parent = parentOf.get(id) ?? null;
    const answer = dark.has(id) || (parent !== null && off(parent));
    isOff.set(id, answer);
    return answer;
  };
  return {
    devices: network.devices.filter(({ id }) => !off(id)),
    customers: network.customers.filter(({ device }) => !off(device)),
  };
}
