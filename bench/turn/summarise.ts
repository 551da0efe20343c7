import { type Spread, spread } from '../measure/quantiles.ts';
import type { Round } from './run-round.ts';
import type { Subject } from './subject.ts';

export interface Measured {
  readonly subject: Subject;
  readonly rssIdle: number;
  readonly rounds: readonly Round[];
}

export interface SubjectSummary {
  readonly key: Subject['key'];
  readonly title: string;
  readonly durability: string;
  readonly cpuMsPerTurn: Spread;
  readonly helperCpuMsPerTurn: Readonly<Record<string, Spread>>;
  readonly turnsPerSecond: Spread;
  readonly p50Ms: Spread;
  readonly p99Ms: Spread;
  readonly rssIdleMb: number;
  readonly rssAfterMb: number;
}

export interface TurnSummary {
  readonly subjects: readonly SubjectSummary[];
  /** Processor time as a multiple of another's in the same round, by `c/a`. */
  readonly ratios: Readonly<Record<string, Spread>>;
}

const RATIOS: readonly (readonly [Subject['key'], Subject['key']])[] = [
  ['b', 'a'],
  ['c', 'a'],
  ['d', 'a'],
  ['c', 'b'],
];

export function summarise(measured: readonly Measured[]): TurnSummary {
  const ratios: Record<string, Spread> = {};
  for (const [upper, lower] of RATIOS) {
    const [above, below] = [upper, lower].map((key) => measured.find(({ subject }) => subject.key === key)?.rounds);
    if (!above || !below) continue;
    ratios[`${upper}/${lower}`] = spread(
      above.map(({ cpuMsPerTurn }, index) => cpuMsPerTurn / (below[index]?.cpuMsPerTurn ?? Number.NaN)),
    );
  }
  return { subjects: measured.map(subjectSummary), ratios };
}

function subjectSummary({ subject, rssIdle, rounds }: Measured): SubjectSummary {
  const { key, title, durability } = subject;
  const of = (read: (round: Round) => number) => spread(rounds.map(read));
  const helpers = Object.keys(rounds[0]?.helperCpuMsPerTurn ?? {});
  return {
    ...{ key, title, durability },
    cpuMsPerTurn: of((round) => round.cpuMsPerTurn),
    helperCpuMsPerTurn: Object.fromEntries(
      helpers.map((name) => [name, of((round) => round.helperCpuMsPerTurn[name] ?? Number.NaN)]),
    ),
    turnsPerSecond: of((round) => round.turnsPerSecond),
    p50Ms: of((round) => round.p50Ms),
    p99Ms: of((round) => round.p99Ms),
    rssIdleMb: megabytes(rssIdle),
    rssAfterMb: megabytes(rounds.at(-1)?.rssAfter ?? Number.NaN),
  };
}

export function megabytes(bytes: number): number {
  return Math.round(bytes / 1024 / 1024);
}
