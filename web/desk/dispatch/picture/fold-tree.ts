import type { DiagramDevice } from '../../../protocol/desk/feeder.ts';
import { type Below, type DeviceTree, deviceTree, FAILED, together } from './device-tree.ts';

/** What stands in the picture: a device, or several of one state below the same device that have nothing to say. */
export interface ShownNode {
  readonly key: string;
  readonly parentKey: string | null;
  /** Null for several. */
  readonly device: DiagramDevice | null;
  readonly state: DiagramDevice['state'];
  /** How many devices are folded into it. */
  readonly hidden: number;
  /** The device whose branches come out when it is unfolded; null where nothing is folded in. */
  readonly unfolds: string | null;
  readonly customers: number;
  /** Of it and of all that is folded into it; expected numbers. */
  readonly reports: number;
  readonly hasPower: number;
  readonly severity: DiagramDevice['severity'];
}

export interface FoldOptions {
  /** Devices all of whose branches are to be seen. */
  readonly unfolded: ReadonlySet<string>;
  /** So many nodes are aimed at; what has failed is shown however many there are. */
  readonly most: number;
}

/** At a small feeder everything is shown. */
const SMALL = 24;
const TRUNK: ReadonlySet<DiagramDevice['kind']> = new Set(['substation', 'feeder_breaker', 'recloser_or_switch']);
/** The ends of the network, folded one after the other where there is too much. */
const ENDS: readonly DiagramDevice['kind'][] = ['service', 'lv_line', 'transformer', 'fuse'];
/** A trunk is shown though it takes so many times the room: without it nothing would be left to go by. */
const LONG_TRUNK = 4;
/** What is dark by these is shown behind them, however little is known of it. */
const BREAKS: ReadonlySet<DiagramDevice['state']> = new Set(['probable', 'failed']);
/** From here on the trunk is folded too. */
const HARDEST = ENDS.length + 1;

/** The part of a feeder that tells something: parents first, siblings in the order given, what was folded after them. */
export function foldTree(devices: readonly DiagramDevice[], { unfolded, most }: FoldOptions): ShownNode[] {
  const tree = deviceTree(devices);
  if (devices.length <= SMALL) return shownNodes(tree, () => true);
  const open = withAncestors(devices, unfolded);
  for (let level = 0; ; level += 1) {
    const nodes = shownNodes(tree, keeper({ tree, unfolded, open, level }));
    if (nodes.length <= most || level === HARDEST) return nodes;
    if (level === HARDEST - 1 && nodes.length <= most * LONG_TRUNK) return nodes;
  }
}

interface Keeping {
  readonly tree: DeviceTree;
  readonly unfolded: ReadonlySet<string>;
  /** The unfolded and all above them. */
  readonly open: ReadonlySet<string>;
  readonly level: number;
}

/** Which devices have a place of their own: the higher the level, the fewer. */
function keeper({ tree, unfolded, open, level }: Keeping): (device: DiagramDevice) => boolean {
  const cut = new Set(ENDS.slice(0, level));
  return ({ id, kind, parentId }) => {
    if (open.has(id) || (parentId !== null && unfolded.has(parentId))) return true;
    const { interest } = tree.belowOf(id);
    if (interest >= FAILED) return true;
    if (level === HARDEST || cut.has(kind)) return false;
    return interest > 0 || TRUNK.has(kind);
  };
}

type Waiting = { readonly device: DiagramDevice; readonly parentKey: string | null } | { readonly group: ShownNode };

function shownNodes(tree: DeviceTree, keeps: (device: DiagramDevice) => boolean): ShownNode[] {
  const nodes: ShownNode[] = [];
  /** Last in, first out: pushed backwards, so that a device's branches stand together and in order. */
  const waiting: Waiting[] = tree.roots.map((device) => ({ device, parentKey: null })).reverse();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    if ('group' in next) {
      nodes.push(next.group);
      continue;
    }
    const { device, parentKey } = next;
    const branches = tree.childrenOf(device.id);
    const kept = new Set(branches.filter(keeps));
    if (kept.size === 0 && (branches.length === 0 || !BREAKS.has(device.state))) {
      nodes.push(deviceNode(device, parentKey, tree.belowOf(device.id), branches.length > 0));
      continue;
    }
    nodes.push(deviceNode(device, parentKey, { ...device, devices: 1, interest: 0 }, false));
    const dull = Map.groupBy(
      branches.filter((branch) => !kept.has(branch)),
      ({ state }) => state,
    );
    // What has nothing to say stands last: the way to what has goes straight on.
    for (const [state, several] of dull) {
      if (several.length > 1) waiting.push({ group: groupNode(tree, { device, state, several }) });
      else for (const alone of several) kept.add(alone);
    }
    for (const branch of branches.toReversed()) {
      if (kept.has(branch)) waiting.push({ device: branch, parentKey: device.id });
    }
  }
  return nodes;
}

function deviceNode(
  device: DiagramDevice,
  parentKey: string | null,
  { devices, reports, hasPower, severity }: Below,
  folded: boolean,
): ShownNode {
  return {
    key: device.id,
    parentKey,
    device,
    state: device.state,
    hidden: devices - 1,
    unfolds: folded ? device.id : null,
    customers: device.customersBelow,
    reports,
    hasPower,
    severity,
  };
}

interface Several {
  readonly device: DiagramDevice;
  readonly state: DiagramDevice['state'];
  readonly several: readonly DiagramDevice[];
}

function groupNode(tree: DeviceTree, { device, state, several }: Several): ShownNode {
  const [first, ...more] = several.map(({ id }) => tree.belowOf(id));
  const { devices, reports, hasPower, severity } = more.reduce(together, first ?? tree.belowOf(device.id));
  return {
    key: `${device.id} ${state}`,
    parentKey: device.id,
    device: null,
    state,
    hidden: devices,
    unfolds: device.id,
    customers: several.reduce((sum, { customersBelow }) => sum + customersBelow, 0),
    reports,
    hasPower,
    severity,
  };
}

function withAncestors(devices: readonly DiagramDevice[], ids: ReadonlySet<string>): ReadonlySet<string> {
  const open = new Set(ids);
  // Parents stand first: from the end on, every child has been seen before its parent.
  for (const { id, parentId } of devices.toReversed()) if (open.has(id) && parentId !== null) open.add(parentId);
  return open;
}
