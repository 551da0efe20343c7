import type { Belief } from './believe.ts';
import type { CallModel } from './call-model.ts';
import { oddsOf, type PlacedReport } from './evidence.ts';
import type { DeviceTree } from './index-tree.ts';
import type { LocaliserSettings } from './localiser-settings.ts';
import type { Considered } from './tree-inference.ts';

export interface PlacingContext {
  readonly tree: DeviceTree;
  readonly models: readonly CallModel[];
  readonly settings: LocaliserSettings;
  readonly considered: Considered;
  readonly belief: Belief;
}

/**
 * Places reports anew by what is believed of their candidates' supply: "no power" more likely comes from where it is
 * dark. Without this a report with two candidate places would speak for a failure at both.
 */
export function placeAgain(reports: readonly PlacedReport[], context: PlacingContext): PlacedReport[] {
  const darkness = createDarkness(context);
  return reports.map((report) => {
    const gain = report.kind === 'no_power' ? meanOdds(report, context) : context.settings.wrongWord;
    const weights = report.places.map(({ customer, weight }) => weight * (1 + darkness(customer) * (gain - 1)));
    const before = report.places.reduce((sum, { weight }) => sum + weight, 0);
    const unknown = Math.max(0, 1 - before);
    const total = weights.reduce((sum, weight) => sum + weight, unknown);
    return {
      ...report,
      places: report.places.map(({ customer }, index) => ({ customer, weight: (weights[index] ?? 0) / total })),
    };
  });
}

function meanOdds(report: PlacedReport, { models, settings, belief }: PlacingContext): number {
  const odds = oddsOf(report, models, settings);
  return belief.alive.reduce((sum, { hypothesis, share }) => sum + share * (odds[hypothesis.model] ?? 1), 0);
}

/** P(a customer is dark): at most one of the devices above failed, so their probabilities add up. */
function createDarkness({ tree, considered, belief }: PlacingContext): (customer: number) => number {
  const rowOf = new Map(Array.from(considered.devices, (device, row) => [device, row] as const));
  return (customer) => {
    let dark = 0;
    for (let device = tree.deviceOfCustomer[customer] ?? -1; device >= 0; device = tree.parent[device] ?? -1) {
      const row = rowOf.get(device);
      if (row !== undefined) dark += belief.probability[row] ?? 0;
    }
    return Math.min(1, dark);
  };
}
