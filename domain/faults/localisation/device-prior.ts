import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';

/**
 * How failures that somebody notices are spread, given log P(an affected customer is silent). Small failures that nobody
 * notices are no candidates; so the quieter people are, the likelier is a large one.
 */
export interface DevicePrior {
  /** By device: log of its share of all failures. */
  readonly logShare: Float64Array;
  at(logSilence: number): FailurePrior;
}

export interface FailurePrior {
  /** Log of what a device's share is multiplied with to give the weight of its failure in a set of failures. */
  readonly logFailure: number;
  /** Log of the weight of all single failures together. */
  readonly logSingles: number;
}

/** Where hardly two devices can fail apart from each other, no weight makes up for it. */
const MOST_EXPECTED = 3;

export function devicePrior(tree: DeviceTree, settings: LocaliserSettings): DevicePrior {
  const share = Float64Array.from(sharesOf(tree, settings));
  const noticed = new Float64Array(share.length);
  const noticedBelow = new Float64Array(share.length);
  return {
    logShare: share.map(Math.log),
    at(logSilence) {
      const bySize = new Map<number, number>();
      let singles = 0;
      for (let device = 0; device < share.length; device += 1) {
        const size = tree.customersBelow[device] ?? 0;
        const chance = bySize.get(size) ?? -Math.expm1(size * logSilence);
        bySize.set(size, chance);
        noticed[device] = (share[device] ?? 0) * chance;
        singles += noticed[device] ?? 0;
      }
      const pairs = pairsApart(tree, noticed, noticedBelow);
      const factor = Math.min((settings.doublesPerSingle * singles) / pairs, MOST_EXPECTED / singles);
      return { logFailure: Math.log(factor), logSingles: Math.log(factor * singles) };
    },
  };
}

/** Σ of the products over all pairs of devices of which neither is upstream of the other. */
function pairsApart(tree: DeviceTree, weight: Float64Array, below: Float64Array): number {
  below.fill(0);
  let pairs = 0;
  let roots = 0;
  for (let device = tree.parent.length - 1; device >= 0; device -= 1) {
    const all = (below[device] ?? 0) + (weight[device] ?? 0);
    const up = tree.parent[device] ?? -1;
    const beside = up >= 0 ? (below[up] ?? 0) : roots;
    pairs += beside * all;
    if (up >= 0) below[up] = beside + all;
    else roots = beside + all;
  }
  return pairs;
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
