import { parseArgs } from 'node:util';
import { UsageError } from '../benchmark.ts';

export interface AskingOptions {
  /** A folder as `bench -- locate` takes it; else feeders and scenarios are drawn. */
  readonly data: string | undefined;
  /** Scenarios of each network and world. */
  readonly count: number;
  /** How often all is drawn anew. */
  readonly seeds: number;
  /** Where to write the curves as SVG. */
  readonly picture: string | undefined;
}

const USAGE = 'npm run bench -- asking [--data DIR] [--count N] [--seeds N] [--picture FILE.svg]';

/** Throws UsageError on what it does not know. */
export function askingOptions(args: readonly string[]): AskingOptions {
  const { data, count, seeds, picture } = parse(args);
  return { data, count: whole(count, 60), seeds: whole(seeds, 3), picture };
}

function parse(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { data: text, count: text, seeds: text, picture: text } }).values;
  } catch (cause) {
    throw new UsageError(USAGE, { cause });
  }
}

function whole(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d{0,5}$/.test(given)) throw new UsageError(USAGE);
  return Number(given);
}
