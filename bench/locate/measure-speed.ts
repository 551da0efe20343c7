import { createRandom } from '../../data/demo/random.ts';
import { createLocaliser } from '../../domain/faults/localisation/create-localiser.ts';
import { quantile } from '../measure/quantiles.ts';
import { drawScenarios, type World } from './draw-scenarios.ts';
import { groundOf } from './ground.ts';
import { makeFeeder } from './make-feeder.ts';
import { PLAIN_WORLD } from './worlds.ts';

export interface Speed {
  readonly devices: number;
  readonly reports: number;
  /** Microseconds of processor time to take in one report. */
  readonly observeMicros: number;
  /** Milliseconds of processor time for one inference over everything so far, median and worst. */
  readonly inferMs: number;
  readonly worstInferMs: number;
  /** The same for choosing five customers to ask out of all who have not said anything, after an inference. */
  readonly askMs: number;
  readonly worstAskMs: number;
}

const LARGE = {
  switches: 11,
  lateralsPerStretch: 9,
  transformersPerLateral: 4,
  customersPerTransformer: 20,
  lines: true,
};
/** As loud as it gets: a large failure, many calls, many who say that they have power. */
const STORM: World = {
  ...PLAIN_WORLD,
  kinds: { recloser_or_switch: 1 },
  doubles: 0,
  callShares: [0.6],
  wordShares: [0.05],
  moments: [30],
};
const UPDATES = 40;
const FIVE = { pending: [], most: 5, leastGain: 0, noAnswer: 0.4 };

/** A storm on a network of about 10,000 devices, with an update after every fortieth part of the reports. */
export function measureSpeed(seed: number): Speed {
  const random = createRandom(seed);
  const ground = groundOf(makeFeeder(random.branch('large'), LARGE));
  const drawn = drawScenarios(random.branch('storm'), { ground, world: STORM, count: 1 });
  const reports = drawn.flatMap(({ scenario }) => scenario.reports);
  const localiser = createLocaliser(ground.tree);
  const step = Math.ceil(reports.length / UPDATES);
  let observing = 0;
  const inferences: number[] = [];
  const choices: number[] = [];
  const silent = new Set(ground.tree.positionOfCustomer.keys());
  for (let from = 0; from < reports.length; from += step) {
    const part = reports.slice(from, from + step);
    const start = cpuMs();
    for (const { customer, t, kind } of part) {
      localiser.observe({ kind, at: t, candidates: [{ customer, weight: 1 }] });
      silent.delete(customer);
    }
    const taken = cpuMs();
    const minutes = part.at(-1)?.t ?? 0;
    localiser.infer(minutes);
    const inferred = cpuMs();
    localiser.ask(minutes, { ...FIVE, mayBeAsked: [...silent] });
    observing += taken - start;
    inferences.push(inferred - taken);
    choices.push(cpuMs() - inferred);
  }
  return {
    devices: ground.tree.ids.length,
    reports: reports.length,
    observeMicros: (1000 * observing) / Math.max(1, reports.length),
    inferMs: quantile(inferences, 0.5),
    worstInferMs: Math.max(...inferences),
    askMs: quantile(choices, 0.5),
    worstAskMs: Math.max(...choices),
  };
}

/** The machine may be busy with other things; they don't count. */
function cpuMs(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}
