import type { Answer, Prediction } from '../../desk/localisation/trouble-format.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';

/** Means over scenarios; a figure without any scenario to it is null. */
export interface Score {
  readonly scenarios: number;
  /** The failed set is the true one. */
  readonly exact: number | null;
  /** Single failures only: the true device stands first, among the first three. */
  readonly top1: number | null;
  readonly top3: number | null;
  readonly exactDouble: number | null;
  /** Customers wrongly called dark, wrongly called supplied, as fractions of the network. */
  readonly falseDark: number | null;
  readonly falseLit: number | null;
  /** Of the first device's probability: squared error, and calibration error over ten bins. */
  readonly brier: number | null;
  readonly ece: number | null;
}

const BINS = 10;

export function scorePredictions(
  tree: DeviceTree,
  answers: readonly Answer[],
  predictions: readonly Prediction[],
): Score {
  const byId = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const darkBelow = createDarkBelow(tree);
  const customers = Math.max(1, tree.deviceOfCustomer.length);
  const rows = answers.map(({ id, failed }) => {
    const { failed: called = [], ranking = [] } = byId.get(id) ?? {};
    const [truth, guess] = [new Set(failed), new Set(called)];
    const [dark, calledDark] = [darkBelow(truth), darkBelow(guess)];
    const [first] = ranking;
    return {
      count: truth.size,
      exact: sameSet(truth, guess),
      top1: first !== undefined && truth.has(first.id),
      top3: ranking.slice(0, 3).some((device) => truth.has(device.id)),
      falseDark: countMissing(calledDark, dark) / customers,
      falseLit: countMissing(dark, calledDark) / customers,
      stated: first?.p,
    };
  });
  const singles = rows.filter(({ count }) => count === 1);
  const stated = rows.flatMap(({ stated: p, top1 }) => (p === undefined ? [] : [{ p, hit: Number(top1) }]));
  return {
    scenarios: rows.length,
    exact: mean(rows.map(({ exact }) => Number(exact))),
    top1: mean(singles.map(({ top1 }) => Number(top1))),
    top3: mean(singles.map(({ top3 }) => Number(top3))),
    exactDouble: mean(rows.filter(({ count }) => count > 1).map(({ exact }) => Number(exact))),
    falseDark: mean(rows.map(({ falseDark }) => falseDark)),
    falseLit: mean(rows.map(({ falseLit }) => falseLit)),
    brier: mean(stated.map(({ p, hit }) => (p - hit) ** 2)),
    ece: calibrationError(stated),
  };
}

function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
}

function countMissing<T>(from: ReadonlySet<T>, other: ReadonlySet<T>): number {
  let count = 0;
  for (const item of from) if (!other.has(item)) count += 1;
  return count;
}

function sameSet(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size === b.size && countMissing(a, b) === 0;
}

function calibrationError(stated: readonly { readonly p: number; readonly hit: number }[]): number | null {
  if (stated.length === 0) return null;
  const bins = Map.groupBy(stated, ({ p }) => Math.min(BINS - 1, Math.floor(p * BINS)));
  let error = 0;
  for (const bin of bins.values()) error += Math.abs(bin.reduce((sum, { p, hit }) => sum + p - hit, 0));
  return error / stated.length;
}

function createDarkBelow(tree: DeviceTree): (failed: ReadonlySet<string>) => Set<number> {
  return (failed) => {
    const isDark = new Uint8Array(tree.ids.length);
    tree.ids.forEach((id, device) => {
      const up = tree.parent[device] ?? -1;
      isDark[device] = failed.has(id) || (up >= 0 && isDark[up] === 1) ? 1 : 0;
    });
    const dark = new Set<number>();
    tree.deviceOfCustomer.forEach((device, customer) => {
      if (isDark[device] === 1) dark.add(customer);
    });
    return dark;
  };
}
