import type { Spread } from '../measure/quantiles.ts';
import { table } from '../measure/table.ts';
import { AT_ONCE } from './run-round.ts';
import type { SubjectSummary, TurnSummary } from './summarise.ts';

/** The figures for people: medians, and in brackets between what the rounds lay. */
export function turnTable({ subjects, ratios }: TurnSummary): string {
  const head = ['', 'CPU ms/turn', 'turns/s', 'p50 ms', 'p99 ms', 'RSS idle MB', 'RSS after MB'];
  return [
    table([head, ...subjects.flatMap(rowsOf)]),
    '',
    ...Object.entries(ratios).map(([name, ratio]) => `CPU ${name}: ${said(ratio, 2)}`),
    '',
    ...subjects.map(({ key, durability }) => `${key} durability: ${durability}`),
    `${AT_ONCE} conversations talk at once; medians of the rounds, lowest and highest in brackets.`,
  ].join('\n');
}

function rowsOf(subject: SubjectSummary): string[][] {
  const { key, title, cpuMsPerTurn, turnsPerSecond, p50Ms, p99Ms, rssIdleMb, rssAfterMb } = subject;
  const helpers = Object.entries(subject.helperCpuMsPerTurn);
  return [
    [
      `${key} ${title}`,
      said(cpuMsPerTurn, 2),
      said(turnsPerSecond, 0),
      said(p50Ms, 0),
      said(p99Ms, 0),
      String(rssIdleMb),
      String(rssAfterMb),
    ],
    ...helpers.map(([name, cpu]) => [`  beside it ${name}`, said(cpu, 2)]),
  ];
}

function said({ median, min, max }: Spread, digits: number): string {
  return `${median.toFixed(digits)} (${min.toFixed(digits)}-${max.toFixed(digits)})`;
}
