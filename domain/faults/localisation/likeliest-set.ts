import { type Belief, logNothing } from './believe.ts';
import type { DeviceTree } from './index-tree.ts';
import type { Moment } from './moment.ts';
import type { Considered } from './tree-inference.ts';
import { weightOf } from './weight-of.ts';

/** Among so many of the most probable devices the set is sought. */
const POOL = 32;
const MOST_STEPS = 200;

/**
 * The most probable set of failed devices, as rows of `considered`: the best of all single devices and all pairs of the
 * pool and the devices more probable than not, bettered by adding, dropping and exchanging devices while that helps.
 */
export function likeliestSet(moment: Moment, considered: Considered, belief: Belief): number[] {
  const mayBeEmpty = moment.settings.nothingPerSingle > 0;
  const pool = mostProbable(belief.probability, POOL);
  const score = createScore(moment, considered, belief, pool);
  const related = createRelated(moment.tree, considered);
  let best: number[] = mayBeEmpty || pool.length === 0 ? [] : [pool[0] ?? 0];
  let bestScore = score(best);
  const tryOut = (set: number[]): void => {
    if (set.length === 0 && !mayBeEmpty) return;
    const value = score(set);
    if (value > bestScore) {
      best = set;
      bestScore = value;
    }
  };
  tryOut(pool.filter((row) => (belief.probability[row] ?? 0) > 0.5));
  pool.forEach((first, index) => {
    tryOut([first]);
    for (const second of pool.slice(index + 1)) if (!related(first, second)) tryOut([first, second]);
  });
  for (let step = 0; step < MOST_STEPS; step += 1) {
    const before = best;
    for (const set of moves(before, pool, related)) tryOut(set);
    if (best === before) break;
  }
  return best;
}

export function mostProbable(probability: Float64Array, count: number): number[] {
  const rows: number[] = [];
  probability.forEach((p, row) => {
    if (p > 0) rows.push(row);
  });
  return rows.sort((a, b) => (probability[b] ?? 0) - (probability[a] ?? 0) || a - b).slice(0, count);
}

/** What a set is worth: its probability, less the cost of the customers whom it probably darkens by mistake. */
function createScore(
  moment: Moment,
  considered: Considered,
  belief: Belief,
  pool: readonly number[],
): (set: readonly number[]) => number {
  const { devices } = considered;
  const weights = new Map(
    pool.map((row) => [row, belief.alive.map(({ hypothesis }) => weightOf(moment, devices[row] ?? 0, hypothesis))]),
  );
  const supplied = suppliedBelow(moment.tree, considered, belief);
  const price = moment.settings.costOfFalseDark / Math.max(1, moment.tree.deviceOfCustomer.length);
  return (set) => {
    let probability = 0;
    belief.alive.forEach(({ hypothesis }, index) => {
      let log = (set.length === 0 ? logNothing(moment, hypothesis) : hypothesis.logBase) - belief.logWhole;
      for (const row of set) log += weights.get(row)?.[index] ?? Number.NEGATIVE_INFINITY;
      probability += Math.exp(log);
    });
    return probability - set.reduce((sum, row) => sum + price * (supplied[row] ?? 0), 0);
  };
}

/** By row: the expected number of customers below who have power. */
function suppliedBelow(tree: DeviceTree, { devices, parentRow }: Considered, { probability }: Belief): Float64Array {
  const darkFromAbove = new Float64Array(devices.length);
  const dark = new Float64Array(devices.length);
  for (let row = 0; row < devices.length; row += 1) {
    const up = parentRow[row] ?? -1;
    darkFromAbove[row] = up >= 0 ? (darkFromAbove[up] ?? 0) + (probability[up] ?? 0) : 0;
  }
  for (let row = devices.length - 1; row >= 0; row -= 1) {
    const customers = tree.customersBelow[devices[row] ?? 0] ?? 0;
    const byItself = customers * (probability[row] ?? 0);
    const up = parentRow[row] ?? -1;
    dark[row] = (dark[row] ?? 0) + byItself;
    if (up >= 0) dark[up] = (dark[up] ?? 0) + (dark[row] ?? 0);
  }
  return dark.map((expected, row) => {
    const customers = tree.customersBelow[devices[row] ?? 0] ?? 0;
    return Math.max(0, customers * (1 - (darkFromAbove[row] ?? 0)) - expected);
  });
}

function createRelated(tree: DeviceTree, { devices }: Considered): (a: number, b: number) => boolean {
  const isAbove = (upper: number, lower: number): boolean => {
    let device = lower;
    while (device > upper) device = tree.parent[device] ?? -1;
    return device === upper;
  };
  return (a, b) => {
    const [first, second] = [devices[a] ?? 0, devices[b] ?? 0];
    return isAbove(Math.min(first, second), Math.max(first, second));
  };
}

function* moves(
  set: readonly number[],
  pool: readonly number[],
  related: (a: number, b: number) => boolean,
): Generator<number[]> {
  for (const row of set) yield set.filter((other) => other !== row);
  for (const row of pool) {
    // A device takes the place of whatever is above or below it.
    if (!set.includes(row)) yield [...set.filter((other) => !related(other, row)), row];
  }
}
