import { createRandom } from '../../data/demo/random.ts';
import type { Answer, Scenario } from '../../desk/localisation/trouble-format.ts';
import type { DeviceTree } from '../../domain/faults/localisation/index-tree.ts';
import { drawScenarios } from './draw-scenarios.ts';
import { groundOf } from './ground.ts';
import { type FeederPlan, makeFeeder } from './make-feeder.ts';
import { WORLDS } from './worlds.ts';

/** Scenarios of one network and one world, with the truth. */
export interface TrialSet {
  readonly world: string;
  readonly network: string;
  readonly tree: DeviceTree;
  readonly scenarios: readonly Scenario[];
  readonly answers: readonly Answer[];
}

/** Made-up feeders, unlike each other in depth and in how many share a transformer. */
const FEEDERS: Readonly<Record<string, FeederPlan>> = {
  rural: { switches: 3, lateralsPerStretch: 6, transformersPerLateral: 5, customersPerTransformer: 5, lines: false },
  town: { switches: 5, lateralsPerStretch: 5, transformersPerLateral: 3, customersPerTransformer: 30, lines: true },
};

/** Every feeder in every world. */
export function drawTrialSets(seed: number, count: number): TrialSet[] {
  const random = createRandom(seed);
  return Object.entries(FEEDERS).flatMap(([network, plan]) => {
    const ground = groundOf(makeFeeder(random.branch(network), plan));
    return Object.entries(WORLDS).map(([name, world]) => {
      const drawn = drawScenarios(random.branch(`${network}/${name}`), { ground, world, count });
      return {
        world: name,
        network,
        tree: ground.tree,
        scenarios: drawn.map(({ scenario }) => scenario),
        answers: drawn.map(({ answer }) => answer),
      };
    });
  });
}
