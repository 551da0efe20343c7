import { parseArgs } from 'node:util';
import { UsageError } from '../benchmark.ts';

export interface TurnOptions {
  /** Turns a round. */
  readonly turns: number;
  readonly rounds: number;
  readonly soak: boolean;
  /** Keys of the subjects. */
  readonly only: readonly string[];
}

const USAGE = 'npm run bench -- turn [--turns N] [--rounds N] [--only a,c] [--soak [--turns N]]';
const SOAK_TURNS = 100_000;

/** Throws UsageError on what it does not know. */
export function turnOptions(args: readonly string[]): TurnOptions {
  const { values } = parse(args);
  const soak = values.soak ?? false;
  return {
    soak,
    turns: whole(values.turns, soak ? SOAK_TURNS : 1500),
    rounds: whole(values.rounds, 5),
    only: (values.only ?? (soak ? 'c' : 'a,b,c,d')).split(','),
  };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        turns: { type: 'string' },
        rounds: { type: 'string' },
        only: { type: 'string' },
        soak: { type: 'boolean' },
      },
    });
  } catch (cause) {
    throw new UsageError(USAGE, { cause });
  }
}

function whole(given: string | undefined, otherwise: number): number {
  if (given === undefined) return otherwise;
  if (!/^[1-9]\d{0,6}$/.test(given)) throw new UsageError(USAGE);
  return Number(given);
}
