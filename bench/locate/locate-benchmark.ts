import { predict } from '../../desk/localisation/predict.ts';
import { DEFAULT_LOCALISER_SETTINGS } from '../../domain/faults/localisation/localiser-settings.ts';
import type { Benchmark, Output } from '../benchmark.ts';
import { table } from '../measure/table.ts';
import { escalate } from './escalation-rule.ts';
import { locateOptions } from './locate-options.ts';
import { measureSpeed } from './measure-speed.ts';
import { readData } from './read-data.ts';
import { type Score, scorePredictions } from './score-predictions.ts';
import { drawTrialSets, type TrialSet } from './trial-set.ts';

const SETTINGS = { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 };
const COLUMNS = ['exact', 'top1', 'top3', 'exactDouble', 'falseDark', 'falseLit', 'brier', 'ece'] as const;

interface Trial extends Pick<TrialSet, 'world' | 'network'> {
  readonly rule: 'localiser' | 'escalation';
  readonly score: Score;
}

/** How often the failed device is named, beside the escalation rule; and how long an update takes. */
export const locateBenchmark: Benchmark = {
  summary: 'which device failed: how often it is named, in several worlds, beside the escalation rule; speed',
  async run(args, output) {
    const { data, count, seed } = locateOptions(args);
    const sets = data === undefined ? drawTrialSets(seed, count) : readData(data);
    const trials = sets.flatMap((set) => tryOn(set, output));
    const means = meansOf(trials);
    output.out(table([['', ...COLUMNS], ...[...trials, ...means].map(rowOf)]));
    const speed = measureSpeed(seed);
    output.out(
      `\n${speed.devices} devices, ${speed.reports} reports: ${speed.observeMicros.toFixed(0)} µs a report taken in, ` +
        `${speed.inferMs.toFixed(1)} ms an update (median; worst ${speed.worstInferMs.toFixed(1)} ms)`,
    );
    return { benchmark: 'locate', trials, means, speed };
  },
};

function tryOn(set: TrialSet, { progress }: Output): Trial[] {
  const { world, network, tree, scenarios, answers } = set;
  progress(`${network}, ${world}: ${scenarios.length} scenarios`);
  const localised = scenarios.map((scenario) => predict(tree, SETTINGS, scenario));
  const escalated = scenarios.map((scenario) => escalate(tree, scenario));
  return [
    { world, network, rule: 'localiser', score: scorePredictions(tree, answers, localised) },
    { world, network, rule: 'escalation', score: scorePredictions(tree, answers, escalated) },
  ];
}

function meansOf(trials: readonly Trial[]): Trial[] {
  return [...Map.groupBy(trials, ({ world, rule }) => `${world} ${rule}`).values()].flatMap((group) => {
    const [first] = group;
    if (!first) return [];
    const meanOf = (column: keyof Score): number | null => {
      const values = group.flatMap(({ score }) => score[column] ?? []);
      return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;
    };
    const score: Score = {
      scenarios: group.reduce((sum, trial) => sum + trial.score.scenarios, 0),
      exact: meanOf('exact'),
      top1: meanOf('top1'),
      top3: meanOf('top3'),
      exactDouble: meanOf('exactDouble'),
      falseDark: meanOf('falseDark'),
      falseLit: meanOf('falseLit'),
      brier: meanOf('brier'),
      ece: meanOf('ece'),
    };
    return [{ ...first, network: 'mean', score }];
  });
}

function rowOf({ world, network, rule, score }: Trial): string[] {
  return [`${world}, ${network}, ${rule}`, ...COLUMNS.map((column) => score[column]?.toFixed(3) ?? '-')];
}
