import { usageOf, usageOfTree } from '../measure/process-usage.ts';
import { quantile } from '../measure/quantiles.ts';
import { conversationsOf } from './scripts.ts';
import type { Customer, RunningSubject } from './subject.ts';

/** Conversations that talk at the same time. */
export const AT_ONCE = 64;

export interface Round {
  readonly turns: number;
  /** Of the bot's process alone. */
  readonly cpuMsPerTurn: number;
  /** Of the servers that work for it, by name. */
  readonly helperCpuMsPerTurn: Readonly<Record<string, number>>;
  readonly turnsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
  readonly rssAfter: number;
}

/**
 * Lets customers talk through their scripts, as fast as they are answered. Conversations are opened before and closed
 * after what is measured, so that a turn is what is counted.
 */
export async function runRound(subject: RunningSubject, turns: number, firstNumber: number): Promise<Round> {
  const scripts = conversationsOf(turns);
  const conversations: { customer: Customer; script: readonly string[] }[] = [];
  for (const [index, script] of scripts.entries()) {
    conversations.push({ customer: await subject.begin(firstNumber + index), script });
  }
  const latencies: number[] = [];
  const waiting = conversations.values();
  const talk = async () => {
    for (const { customer, script } of waiting) for (const words of script) latencies.push(await customer.say(words));
  };
  const before = snapshot(subject);
  await Promise.all(Array.from({ length: AT_ONCE }, talk));
  const after = snapshot(subject);
  for (const { customer } of conversations) customer.close();
  return {
    turns,
    cpuMsPerTurn: (after.cpuMs - before.cpuMs) / turns,
    helperCpuMsPerTurn: Object.fromEntries(
      subject.helpers.map(({ name }) => [name, ((after.helpers[name] ?? 0) - (before.helpers[name] ?? 0)) / turns]),
    ),
    turnsPerSecond: turns / ((after.at - before.at) / 1000),
    p50Ms: quantile(latencies, 0.5),
    p99Ms: quantile(latencies, 0.99),
    rssAfter: after.rss,
  };
}

function snapshot({ pid, helpers }: RunningSubject) {
  const { cpuMs, rss } = usageOf(pid);
  const ofHelpers: Readonly<Record<string, number>> = Object.fromEntries(
    helpers.map((helper) => [helper.name, usageOfTree(helper.pid).cpuMs]),
  );
  return { at: performance.now(), cpuMs, rss, helpers: ofHelpers };
}
