import { parseArgs } from 'node:util';
import { UsageError } from '../benchmark.ts';

export interface LocateOptions {
  /** A folder with networks/N.json, public/N.scenarios.jsonl and public/N.answers.jsonl. */
  readonly data: string | undefined;
  /** Scenarios drawn for each feeder and world. */
  readonly count: number;
  readonly seed: number;
}

const USAGE = 'npm run bench -- locate [--data DIR] [--count N] [--seed N]';

/** Throws UsageError on what it does not know. */
export function locateOptions(args: readonly string[]): LocateOptions {
  const { data, count, seed } = parse(args);
  return { data, count: whole(count, 100), seed: whole(seed, 1) };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: { data: { type: 'string' }, count: { type: 'string' }, seed: { type: 'string' } },
    }).values;
  } catch (cause) {
    throw new UsageError(USAGE, { cause });
  }
}

function whole(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d{0,6}$/.test(given)) throw new UsageError(USAGE);
  return Number(given);
}
