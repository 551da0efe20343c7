import { createLocaliser } from '../../domain/faults/localisation/create-localiser.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';
import type { LocaliserSettings } from '../../domain/faults/localisation/localiser-settings.ts';
import type { Prediction, Scenario } from './trouble-format.ts';

/** Localises one scenario. Reports after the moment of looking, and those of customers the network lacks, are left out. */
export function predict(tree: DeviceTree, settings: LocaliserSettings, { id, t_min, reports }: Scenario): Prediction {
  const localiser = createLocaliser(tree, settings);
  for (const { customer, t, kind } of reports) {
    if (t <= t_min) localiser.observe({ kind, at: t, candidates: [{ customer, weight: 1 }] });
  }
  const { failed, ranking } = localiser.infer(t_min);
  return { id, failed, ranking: ranking.map(({ device, p }) => ({ id: device, p })) };
}
