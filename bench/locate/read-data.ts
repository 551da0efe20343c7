import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { answerSchema, networkSchema, scenarioSchema } from '../../desk/localisation/trouble-format.ts';
import { indexTree } from '../../domain/faults/localisation/index-tree.ts';
import type { TrialSet } from './trial-set.ts';

/** Reads every network of a data folder with its public scenarios. Throws where a file is not of the format. */
export function readData(folder: string): TrialSet[] {
  return readdirSync(join(folder, 'networks'))
    .filter((name) => name.endsWith('.json'))
    .map((file) => {
      const name = file.slice(0, -'.json'.length);
      const network = networkSchema.parse(JSON.parse(readFileSync(join(folder, 'networks', file), 'utf8')));
      return {
        world: 'given',
        network: name,
        tree: indexTree(network),
        scenarios: readLines(join(folder, 'public', `${name}.scenarios.jsonl`), scenarioSchema),
        answers: readLines(join(folder, 'public', `${name}.answers.jsonl`), answerSchema),
      };
    });
}

function readLines<T>(file: string, schema: z.ZodType<T>): T[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => schema.parse(JSON.parse(line)));
}
