import { writeFileSync } from 'node:fs';
import { createRandom } from '../../data/demo/random.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../domain/faults/localisation/localiser-settings.ts';
import type { Benchmark, Output } from '../benchmark.ts';
import { measureSpeed, type Speed } from '../locate/measure-speed.ts';
import { readData } from '../locate/read-data.ts';
import { drawTrialSets, type TrialSet } from '../locate/trial-set.ts';
import { table } from '../measure/table.ts';
import { askAndLook, type People } from './ask-and-look.ts';
import { type AskingOptions, askingOptions } from './asking-options.ts';
import { curvePlot } from './curve-plot.ts';
import { anybody, byGain, mostUncertain, neighbours, type Policy } from './policies.ts';

const SETTINGS = { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 };
const MOMENTS = [0, 1, 2, 3, 4, 5, 6, 8, 10, 15, 20, 30];
const AIM = 0.9;

const POLICIES: Readonly<Record<string, Policy>> = {
  'gain, one by one': byGain(1),
  'gain, five at once': byGain(5),
  'most uncertain, five at once': mostUncertain(5),
  neighbours,
  anybody,
};

/** 40 in 100 do not answer, and of those who do 3 in 100 wrongly. */
const PEOPLE: Readonly<Record<string, People>> = {
  'all answer, rightly': { agree: 1, noAnswer: 0, wrong: 0 },
  'as people answer': { agree: 1, noAnswer: 0.4, wrong: 0.03 },
  'one in five may be asked': { agree: 0.2, noAnswer: 0.4, wrong: 0.03 },
};
/** The case that the picture shows. */
const SHOWN = 'as people answer';

/** Worlds of the drawn feeders: one that the model takes for granted, and one that breaks all it takes for granted. */
const WORLDS: readonly string[] = ['plain', 'all at once'];

/** Exact by number of questions; each seed's, and their mean. */
export interface Curve {
  readonly set: string;
  readonly people: string;
  readonly policy: string;
  readonly exact: readonly number[];
  readonly bySeed: readonly (readonly number[])[];
  /** The first number of questions looked at from which on the mean is .90; null where it never is. */
  readonly questionsToAim: number | null;
}

/** How many questions it takes to name the failed set, asking those who tell most, beside asking others. */
export const askingBenchmark: Benchmark = {
  summary: 'asking back: how many "is your power on?" bring the exact set to .90, beside asking others; speed',
  async run(args, output) {
    const options = askingOptions(args);
    const seeds = Array.from({ length: options.seeds }, (_, at) => at + 1);
    const bySeed = seeds.map((seed) => curvesOf(seed, options, output));
    const curves = withMeans(meansOver(bySeed));
    output.out(table([['exact after', ...MOMENTS.map(String), 'to .90'], ...curves.map(rowOf)]));
    const speed = measureSpeed(1);
    output.out(`\n${speedInWords(speed)}`);
    if (options.picture !== undefined) {
      writeFileSync(options.picture, curvePlot(MOMENTS, shownOf(curves), `Exact set of failed devices, ${SHOWN}`));
    }
    return { benchmark: 'asking', seeds: seeds.length, moments: MOMENTS, curves, speed };
  },
};

type SeedCurve = Pick<Curve, 'set' | 'people' | 'policy' | 'exact'>;

function curvesOf(seed: number, { data, count }: AskingOptions, { progress }: Output): SeedCurve[] {
  const drawn = data === undefined ? drawTrialSets(seed, count) : readData(data);
  const sets = drawn.filter(({ world }) => data !== undefined || WORLDS.includes(world));
  return sets.flatMap((set) => {
    progress(`seed ${seed}: ${nameOf(set)}`);
    return Object.entries(PEOPLE).flatMap(([people, answers]) =>
      Object.entries(POLICIES).map(([policy, choose]) => {
        const exact = exactOn({ set, seed, count, people: answers, policy: choose });
        return { set: nameOf(set), people, policy, exact };
      }),
    );
  });
}

interface Asked {
  readonly set: TrialSet;
  readonly seed: number;
  readonly count: number;
  readonly people: People;
  readonly policy: Policy;
}

function exactOn({ set, seed, count, people, policy }: Asked): number[] {
  const { tree, network } = set;
  const answers = new Map(set.answers.map(({ id, failed }) => [id, failed]));
  const scenarios = set.scenarios.slice(0, count);
  const found = scenarios.map((scenario) => {
    const trial = {
      ...{ tree, settings: SETTINGS, scenario, people, moments: MOMENTS },
      failed: answers.get(scenario.id) ?? [],
    };
    return askAndLook(createRandom(seed).branch(`${network}/${scenario.id}`), trial, policy);
  });
  return MOMENTS.map((_, at) => mean(found.map((looks) => Number(looks[at] ?? false))));
}

function meansOver(bySeed: readonly (readonly SeedCurve[])[]): Curve[] {
  const [first = []] = bySeed;
  return first.map(({ set, people, policy }, at) =>
    curveOf(
      { set, people, policy },
      bySeed.flatMap((curves) => (curves[at] ? [curves[at].exact] : [])),
    ),
  );
}

/** Beside each set's curves those of all sets together. */
function withMeans(curves: readonly Curve[]): Curve[] {
  const groups = Map.groupBy(curves, ({ people, policy }) => `${people}/${policy}`);
  const means = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const bySeed = first.bySeed.map((_, seed) =>
      MOMENTS.map((_moment, at) => mean(group.map((curve) => curve.bySeed[seed]?.[at] ?? 0))),
    );
    return [curveOf({ ...first, set: 'mean' }, bySeed)];
  });
  return [...curves, ...means];
}

function curveOf(of: Pick<Curve, 'set' | 'people' | 'policy'>, bySeed: readonly (readonly number[])[]): Curve {
  const exact = MOMENTS.map((_, at) => mean(bySeed.map((seed) => seed[at] ?? 0)));
  // What reaches it and falls below again has not reached it.
  const last = exact.findLastIndex((value) => value < AIM);
  return { ...pick(of), exact, bySeed, questionsToAim: MOMENTS[last + 1] ?? null };
}

function pick({ set, people, policy }: Pick<Curve, 'set' | 'people' | 'policy'>) {
  return { set, people, policy };
}

function rowOf({ set, people, policy, exact, questionsToAim }: Curve): string[] {
  const figures = exact.map((value) => value.toFixed(2).replace(/^0/, ''));
  return [`${set}; ${people}; ${policy}`, ...figures, questionsToAim === null ? '-' : String(questionsToAim)];
}

function shownOf(curves: readonly Curve[]) {
  return curves
    .filter(({ set, people }) => set === 'mean' && people === SHOWN)
    .map(({ policy, exact, bySeed }) => ({ name: policy, values: exact, repeated: bySeed }));
}

function speedInWords({ devices, reports, inferMs, askMs, worstAskMs }: Speed): string {
  return (
    `${devices} devices, up to ${reports} reports: five chosen in ${askMs.toFixed(1)} ms (median; worst ` +
    `${worstAskMs.toFixed(1)} ms) after an update of ${inferMs.toFixed(1)} ms`
  );
}

function nameOf({ network, world }: TrialSet): string {
  return world === 'given' ? network : `${network}, ${world}`;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
}
