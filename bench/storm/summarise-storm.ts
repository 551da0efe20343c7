import { quantile } from '../measure/quantiles.ts';
import type { StormExamined } from './examine-storm.ts';
import type { Played } from './play-caller.ts';
import type { StormRun } from './run-storm.ts';
import type { ServerUse } from './watch-server.ts';

export interface Distribution {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
  readonly p99: number;
  readonly max: number;
  /** Share of them within a second. */
  readonly withinSecond: number;
}

export interface StormGiven {
  readonly minutes: number;
  readonly atOnce: number;
  /** Devices that have failed. */
  readonly failed: readonly string[];
  /** Seconds of processor time that the customers took. */
  readonly own: number;
  readonly run: StormRun;
  readonly use: ServerUse;
  readonly examined: StormExamined;
}

export type StormSummary = ReturnType<typeof summariseStorm>;

/** The figures of a storm. Times in milliseconds unless they say otherwise. */
export function summariseStorm({ minutes, atOnce, failed, own, run, use, examined }: StormGiven) {
  const { played, failures, seconds } = run;
  const { emergencies, ages, incidents, turns, tickets, broken } = examined;
  const streamed = emergencies.filter(({ hears }) => hears === 'stream');
  const found = new Set(incidents.devices);
  return {
    customers: played.length + failures.length,
    simulatedMinutes: minutes,
    atOnce,
    seconds,
    timesFaster: (minutes * 60) / seconds,
    endings: countBy(played.map(({ ending }: Played) => ending)),
    failures: failures.length,
    broken: Object.fromEntries(Object.entries(broken).map(([flaw, conversations]) => [flaw, conversations.length])),
    examples: Object.fromEntries(
      Object.entries(broken).flatMap(([flaw, [first]]) => (first === undefined ? [] : [[flaw, first]])),
    ),
    emergency: {
      count: emergencies.length,
      stands: distribution(emergencies.map(({ standsMs }) => standsMs).filter((value) => value !== null)),
      heard: distribution(streamed.map(({ heardMs }) => heardMs)),
      fromPost: distribution(streamed.map(({ fromPostMs }) => fromPostMs)),
    },
    queue: { danger: distribution(ages.danger), others: distribution(ages.others) },
    tickets,
    turns,
    perSecond: { customers: played.length / seconds, turns: turns / seconds },
    incidents: {
      failedDevices: failed.length,
      count: incidents.count,
      tickets: incidents.tickets,
      found: failed.filter((device) => found.has(device)).length,
    },
    server: { ...use, cpuMsPerTurn: (use.cpuSeconds * 1000) / turns },
    customersCpuSeconds: own,
  };
}

function distribution(values: readonly number[]): Distribution {
  return {
    count: values.length,
    p50: quantile(values, 0.5),
    p95: quantile(values, 0.95),
    p99: quantile(values, 0.99),
    max: quantile(values, 1),
    withinSecond: values.filter((value) => value <= 1000).length / values.length,
  };
}

function countBy<T extends string>(values: readonly T[]): Partial<Record<T, number>> {
  return Object.fromEntries(
    [...Map.groupBy(values, (value) => value)].map(([value, all]) => [value, all.length]),
  ) as Partial<Record<T, number>>;
}
