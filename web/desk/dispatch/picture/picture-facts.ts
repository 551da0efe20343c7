import type { DiagramDevice, FeederDiagram } from '../../../protocol/desk/feeder.ts';
import { deviceTree } from './device-tree.ts';

/** What a picture says in numbers, for its caption. */
export interface PictureFacts {
  readonly devices: number;
  readonly customers: number;
  /** Whole reports; expected numbers are rounded. */
  readonly reports: number;
  readonly hasPower: number;
  /** Customers behind what has failed, probably or surely. */
  readonly dark: number;
  /** States that occur, in the order of the key. */
  readonly states: readonly DiagramDevice['state'][];
}

const STATES: readonly DiagramDevice['state'][] = ['failed', 'probable', 'suspect', 'dark', 'planned', 'live'];

export function pictureFacts({ devices }: Pick<FeederDiagram, 'devices'>): PictureFacts {
  const tree = deviceTree(devices);
  const stateOf = new Map(devices.map(({ id, state }) => [id, state]));
  const isOff = (id: string | null) => id !== null && OFF.has(stateOf.get(id) ?? 'live');
  const sum = (some: readonly DiagramDevice[], of: (device: DiagramDevice) => number) =>
    some.reduce((all, device) => all + of(device), 0);
  return {
    devices: sum(devices, ({ folded }) => 1 + folded),
    customers: sum(tree.roots, ({ customersBelow }) => customersBelow),
    reports: Math.round(sum(devices, ({ reports }) => reports)),
    hasPower: Math.round(sum(devices, ({ hasPower }) => hasPower)),
    dark: sum(
      devices.filter(({ id, parentId }) => isOff(id) && !isOff(parentId)),
      ({ customersBelow }) => customersBelow,
    ),
    states: STATES.filter((state) => devices.some((device) => device.state === state)),
  };
}

const OFF: ReadonlySet<DiagramDevice['state']> = new Set(['probable', 'failed', 'dark']);

/** An expected number as people read it: whole, and plainly less than one where it is. */
export function countText(expected: number): string {
  if (expected <= 0) return '0';
  return expected < 0.75 ? '<1' : String(Math.round(expected));
}
