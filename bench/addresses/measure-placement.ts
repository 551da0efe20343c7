import type { ReportPlacer } from '../../desk/incidents/placement/report-placer.ts';
import type { MessyAddress } from './messy-addresses.ts';

export interface PlacementFigures {
  readonly addresses: number;
  /** Shares: the true premises is the most probable one, among the first three, among all candidates. */
  readonly first: number;
  readonly firstThree: number;
  readonly found: number;
  /** Mean probability given to the true premises, and to those on its low-voltage line. */
  readonly onTruth: number;
  readonly onLine: number;
  /** Share that was placed wrongly with a probability of more than one half. */
  readonly sureAndWrong: number;
  /** Mean distance between probability and truth over ten bins of the first candidate's probability. */
  readonly calibration: number;
  readonly millisecondsEach: number;
}

export interface Miss {
  readonly words: string;
  readonly truth: string;
  readonly first: string | null;
  readonly probability: number;
}

/** Places every address and compares with the truth. `lineOf` names the low-voltage line of premises. */
export async function measurePlacement(
  placer: ReportPlacer,
  addresses: readonly MessyAddress[],
  lineOf: ReadonlyMap<string, string>,
): Promise<{ readonly figures: PlacementFigures; readonly misses: readonly Miss[] }> {
  const sums = { first: 0, firstThree: 0, found: 0, onTruth: 0, onLine: 0, sureAndWrong: 0 };
  const bins = Array.from({ length: 10 }, () => ({ count: 0, probability: 0, right: 0 }));
  const misses: Miss[] = [];
  const began = performance.now();
  for (const { words, premisesId } of addresses) {
    const { candidates } = await placer.place({ place: words, position: null, accountId: null });
    const rank = candidates.findIndex((each) => each.premisesId === premisesId);
    const [best] = candidates;
    const probability = best?.probability ?? 0;
    sums.first += Number(rank === 0);
    sums.firstThree += Number(rank >= 0 && rank < 3);
    sums.found += Number(rank >= 0);
    sums.onTruth += candidates[rank]?.probability ?? 0;
    const line = lineOf.get(premisesId);
    for (const each of candidates) if (lineOf.get(each.premisesId) === line) sums.onLine += each.probability;
    sums.sureAndWrong += Number(rank !== 0 && probability > 0.5);
    if (rank !== 0) misses.push({ words, truth: premisesId, first: best?.premisesId ?? null, probability });
    const bin = bins[Math.min(9, Math.floor(probability * 10))];
    if (bin) {
      bin.count += 1;
      bin.probability += probability;
      bin.right += Number(rank === 0);
    }
  }
  const count = addresses.length;
  const figures = {
    addresses: count,
    first: sums.first / count,
    firstThree: sums.firstThree / count,
    found: sums.found / count,
    onTruth: sums.onTruth / count,
    onLine: sums.onLine / count,
    sureAndWrong: sums.sureAndWrong / count,
    calibration: bins.reduce((sum, bin) => sum + Math.abs(bin.probability - bin.right), 0) / count,
    millisecondsEach: (performance.now() - began) / count,
  };
  return { figures, misses };
}
