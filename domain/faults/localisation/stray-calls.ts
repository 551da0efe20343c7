import type { CallModel } from './call-model.ts';
import { climb, type Evidence, oddsOf } from './evidence.ts';
import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';

/**
 * Adds to `target` (device × model) what calls from outside speak for a device: a call may have been put down to a customer
 * near the right one. Only a call that is alone in its branch counts so: where several call, their own branch explains
 * them, and they must not be counted twice.
 */
export function addStrayCalls(
  { tree, models, settings, evidence }: StrayContext,
  target: Float64Array,
): void {
  const share = new Float64Array(tree.ids.length);
  const isAboveCall = new Uint8Array(tree.ids.length);
  const step = settings.wrongPlace / Math.max(1, settings.neighbours);
  for (const call of evidence.placedCalls) {
    const own: number[] = [];
    let isLone = true;
    climb(tree, call.customer, (device) => {
      // From the first branch on where others call too, nothing further out is considered.
      if (!isLone) return;
      own.push(device);
      isAboveCall[device] = 1;
      if ((evidence.callsBelow[device] ?? 0) > LONE) isLone = false;
    });
    const touched: number[] = [];
    for (const other of tree.mistakenFor[call.customer] ?? []) {
      const path = pathUpTo(tree, other, isAboveCall);
      for (const device of path) {
        if ((evidence.callsBelow[device] ?? 0) === 0) continue;
        if (share[device] === 0) touched.push(device);
        share[device] = (share[device] ?? 0) + step;
      }
    }
    if (touched.length > 0) {
      const odds = oddsOf(call, models, settings);
      for (const device of touched) {
        const row = device * models.length;
        odds.forEach((each, model) => {
          target[row + model] = (target[row + model] ?? 0) + Math.log1p((share[device] ?? 0) * each);
        });
        share[device] = 0;
      }
    }
    for (const device of own) isAboveCall[device] = 0;
  }
}

const LONE = 1.5;

export interface StrayContext {
  readonly tree: DeviceTree;
  readonly models: readonly CallModel[];
  readonly settings: LocaliserSettings;
  readonly evidence: Evidence;
}

/** The devices above `customer` below the first marked one; none where the way up meets no mark. */
function pathUpTo(tree: DeviceTree, customer: number, marked: Uint8Array): number[] {
  const path: number[] = [];
  for (let device = tree.deviceOfCustomer[customer] ?? -1; device >= 0; device = tree.parent[device] ?? -1) {
    if (marked[device] === 1) return path;
    path.push(device);
  }
  return [];
}
