import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';

export interface DevicePrior {
  /** By device: log of its share of all failures. */
  readonly logShare: Float64Array;
  /**
   * Log of what a share is multiplied with so that the expected number of failures *that somebody reports* is the
   * setting's, given log P(an affected customer is silent): small failures that nobody notices are no candidates.
   */
  readonly logFailure: (logSilence: number) => number;
}

export function devicePrior(tree: DeviceTree, settings: LocaliserSettings): DevicePrior {
  const logShare = Float64Array.from(sharesOf(tree, settings), Math.log);
  const shareBySize = new Map<number, number>();
  logShare.forEach((log, device) => {
    const size = tree.customersBelow[device] ?? 0;
    shareBySize.set(size, (shareBySize.get(size) ?? 0) + Math.exp(log));
  });
  return {
    logShare,
    logFailure(logSilence) {
      let noticed = 0;
      for (const [size, share] of shareBySize) noticed -= share * Math.expm1(size * logSilence);
      return Math.log(settings.expectedFailures) - Math.log(Math.max(noticed, Number.MIN_VALUE));
    },
  };
}

/** A kind's share is divided evenly among its devices that supply anybody. */
function sharesOf(tree: DeviceTree, { kindShares, otherKindShare }: LocaliserSettings): number[] {
  const supplies = (device: number): boolean => (tree.customersBelow[device] ?? 0) > 0;
  const devicesOfKind = new Map<string, number>();
  tree.kinds.forEach((kind, device) => {
    if (supplies(device)) devicesOfKind.set(kind, (devicesOfKind.get(kind) ?? 0) + 1);
  });
  const shareOf = (kind: string): number => kindShares[kind] ?? otherKindShare;
  const total = [...devicesOfKind.keys()].reduce((sum, kind) => sum + shareOf(kind), 0);
  return tree.kinds.map((kind, device) =>
    supplies(device) && total > 0 ? shareOf(kind) / (devicesOfKind.get(kind) ?? 1) / total : 0,
  );
}
