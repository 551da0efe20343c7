import { parseArgs } from 'node:util';
import { UsageError } from '../benchmark.ts';

export interface StormOptions {
  readonly customers: number;
  /** Simulated minutes within which they all begin. */
  readonly minutes: number;
  /** How many talk at the same time: whoever comes then waits until another is done. */
  readonly atOnce: number;
}

const USAGE = 'npm run bench -- storm [--customers N] [--minutes M] [--at-once N]';

/** Throws UsageError on what it does not know. */
export function stormOptions(args: readonly string[]): StormOptions {
  const { customers, minutes, 'at-once': atOnce } = parse(args);
  return { customers: whole(customers, 10_000), minutes: whole(minutes, 10), atOnce: whole(atOnce, 1000) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { customers: { type: 'string' }, minutes: { type: 'string' }, 'at-once': { type: 'string' } },
    }).values;
  } catch (cause) {
    throw new UsageError(USAGE, { cause });
  }
}

function whole(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new UsageError(USAGE);
  return Number(given);
}
