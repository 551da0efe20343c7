import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type DeviceTree, indexTree } from '../../../domain/faults/localisation/index-tree.ts';
import {
  DEFAULT_LOCALISER_SETTINGS,
  type LocaliserSettings,
} from '../../../domain/faults/localisation/localiser-settings.ts';
import { predict } from '../predict.ts';
import { networkSchema, scenarioSchema } from '../trouble-format.ts';

const USAGE = 'npm run --silent locate -- --network FILE < scenarios.jsonl';
const WRONG_USE = 2;

/** Every scenario begins with a failure, so that "nothing failed" is no answer to it. */
const SETTINGS: LocaliserSettings = { ...DEFAULT_LOCALISER_SETTINGS, nothingPerSingle: 0 };

/** JSON lines of scenarios on stdin, one prediction a line in the same order; a line that can't be read gets an error line and the exit code 1. */
async function main(args: readonly string[]): Promise<void> {
  const tree = readTree(fileOf(args));
  for await (const line of createInterface({ input: process.stdin, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.trim() === '') continue;
    const answer = answerTo(line, tree);
    if ('error' in answer) process.exitCode = 1;
    if (!process.stdout.write(`${JSON.stringify(answer)}\n`)) {
      await new Promise((resolve) => process.stdout.once('drain', resolve));
    }
  }
}

function fileOf(args: readonly string[]): string {
  try {
    const { network } = parseArgs({ args: [...args], options: { network: { type: 'string' } } }).values;
    if (network) return network;
  } catch (cause) {
    throw new Error(USAGE, { cause });
  }
  throw new Error(USAGE);
}

function readTree(file: string): DeviceTree {
  const network = networkSchema.safeParse(JSON.parse(readFileSync(file, 'utf8')));
  if (!network.success) throw new Error(`${file}: ${problemOf(network.error)}`);
  return indexTree(network.data);
}

function answerTo(line: string, tree: DeviceTree): object {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return { id: null, error: 'the line is not JSON' };
  }
  const scenario = scenarioSchema.safeParse(value);
  return scenario.success
    ? predict(tree, SETTINGS, scenario.data)
    : { id: idOf(value), error: problemOf(scenario.error) };
}

function problemOf(error: z.ZodError): string {
  const [issue] = error.issues;
  return `${issue?.path.join('.') || 'the whole'}: ${issue?.message ?? 'not valid'}`;
}

function idOf(value: unknown): string | null {
  const parsed = z.object({ id: z.string() }).safeParse(value);
  return parsed.success ? parsed.data.id : null;
}

try {
  await main(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = WRONG_USE;
}
