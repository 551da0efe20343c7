import { callModels } from './call-model.ts';
import { devicePrior } from './device-prior.ts';
import { createEvidence, type SupplyReport } from './evidence.ts';
import { type DeviceExplanation, explain } from './explain.ts';
import type { DeviceTree } from './index-tree.ts';
import { likeliestSet, mostProbable } from './likeliest-set.ts';
import { DEFAULT_LOCALISER_SETTINGS, type LocaliserSettings } from './localiser-settings.ts';
import { addStrayCalls } from './stray-calls.ts';
import { consider } from './tree-inference.ts';
import { believe, type Moment } from './weigh-devices.ts';

export interface Localiser {
  /** Takes a report in; a customer who says the same again changes nothing. Unknown customers are left out. */
  observe(report: SupplyReport): void;
  /** What a crew found, or what is known to be off as planned. */
  confirm(device: string, found: 'failed' | 'sound'): void;
  /** What is most probably the matter, `minutes` after the failure. Each call looks at all reports taken in so far. */
  infer(minutes: number): Localisation;
}

export interface Localisation {
  /** The most probable set of failed devices; none is upstream of another. Empty where probably nothing failed. */
  readonly failed: readonly string[];
  /** The most probable devices, best first, at most ten. */
  readonly ranking: readonly DeviceExplanation[];
  /** Probability that no device failed: all calls are unrelated. */
  readonly nothing: number;
}

const RANKED = 10;

/**
 * Infers which devices failed from what customers say and do not say. The tree, from indexTree, can be shared by any
 * number of localisers; each keeps the reports of one feeder's one incident period.
 */
export function createLocaliser(
  tree: DeviceTree,
  settings: LocaliserSettings = DEFAULT_LOCALISER_SETTINGS,
): Localiser {
  const models = callModels(settings);
  const prior = devicePrior(tree, settings);
  const evidence = createEvidence(tree, models, settings);
  const confirmed = new Map<number, boolean>();
  const heard = new Set<string>();

  return {
    observe(report) {
      const [only, ...others] = report.candidates;
      if (only && others.length === 0) {
        const key = `${report.kind} ${only.customer}`;
        if (heard.has(key)) return;
        heard.add(key);
      }
      if (!only) return;
      const customer = tree.positionOfCustomer.get(only.customer);
      if (customer === undefined) return;
      evidence.add({ kind: report.kind, at: report.at, customer, asked: report.asked ?? false });
    },
    confirm(device, found) {
      const position = tree.positionOfDevice.get(device);
      if (position !== undefined) confirmed.set(position, found === 'failed');
    },
    infer(minutes) {
      const stray = new Float64Array(evidence.calls.length);
      addStrayCalls({ tree, models, settings, evidence }, stray);
      const moment: Moment = { tree, models, prior, evidence, confirmed, minutes, stray };
      const considered = consider(tree, (device) => {
        const known = confirmed.get(device);
        return known ?? (evidence.calls[device * models.length] ?? 0) > 0;
      });
      if (considered.devices.length === 0) return { failed: [], ranking: [], nothing: 1 };
      const belief = believe(moment, considered, settings.knownFault);
      const set = likeliestSet(moment, considered, belief, !settings.knownFault);
      const deviceAt = (row: number): number => considered.devices[row] ?? 0;
      return {
        failed: set.map((row) => tree.ids[deviceAt(row)] ?? ''),
        ranking: mostProbable(belief.probability, RANKED).map((row) =>
          explain(moment, belief, deviceAt(row), belief.probability[row] ?? 0),
        ),
        nothing: belief.nothing,
      };
    },
  };
}
