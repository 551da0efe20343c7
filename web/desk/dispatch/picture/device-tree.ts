import type { DiagramDevice } from '../../../protocol/desk/feeder.ts';

/** A feeder's devices with what lies below each. */
export interface DeviceTree {
  /** Those whose parent is not among the devices, in the order given. */
  readonly roots: readonly DiagramDevice[];
  /** In the order given. */
  childrenOf(id: string): readonly DiagramDevice[];
  belowOf(id: string): Below;
}

/** A device and everything below it, together. */
export interface Below {
  readonly devices: number;
  readonly interest: number;
  readonly reports: number;
  readonly hasPower: number;
  readonly severity: DiagramDevice['severity'];
}

/** It has failed, probably or surely: it is shown whatever else is not. */
export const FAILED = 3;
const SPOKEN_OF = 2;
const PLANNED = 1;
const DULL = 0;
/** Less of a report than this is a guess among many. */
const A_REPORT = 0.5;

const NONE: Below = { devices: 0, interest: DULL, reports: 0, hasPower: 0, severity: null };

/** Takes devices parents first, as the protocol gives them. */
export function deviceTree(devices: readonly DiagramDevice[]): DeviceTree {
  const byId = new Map(devices.map((device) => [device.id, device]));
  const roots: DiagramDevice[] = [];
  const children = new Map<string, DiagramDevice[]>();
  for (const device of devices) {
    const siblings = device.parentId === null ? undefined : children.get(device.parentId);
    if (siblings !== undefined) siblings.push(device);
    else if (device.parentId !== null && byId.has(device.parentId)) children.set(device.parentId, [device]);
    else roots.push(device);
  }
  const below = new Map<string, Below>();
  for (const device of devices.toReversed()) {
    const own: Below = {
      devices: 1,
      interest: interestOf(device, device.parentId === null ? undefined : byId.get(device.parentId)),
      reports: device.reports,
      hasPower: device.hasPower,
      severity: device.severity,
    };
    below.set(
      device.id,
      (children.get(device.id) ?? []).reduce((sum, { id }) => together(sum, below.get(id)), own),
    );
  }
  return {
    roots,
    childrenOf: (id) => children.get(id) ?? [],
    belowOf: (id) => below.get(id) ?? NONE,
  };
}

export function together(a: Below, b: Below = NONE): Below {
  return {
    devices: a.devices + b.devices,
    interest: Math.max(a.interest, b.interest),
    reports: a.reports + b.reports,
    hasPower: a.hasPower + b.hasPower,
    severity: worse(a.severity, b.severity),
  };
}

function interestOf(device: DiagramDevice, parent: DiagramDevice | undefined): number {
  const { state, incidentNumber, reports, hasPower } = device;
  if (state === 'probable' || state === 'failed' || incidentNumber !== null) return FAILED;
  if (state === 'suspect' || reports >= A_REPORT || hasPower >= A_REPORT) return SPOKEN_OF;
  return state === 'planned' && parent?.state !== 'planned' ? PLANNED : DULL;
}

function worse(a: DiagramDevice['severity'], b: DiagramDevice['severity']): DiagramDevice['severity'] {
  if (a === null || b === null) return a ?? b;
  return a < b ? a : b;
}
