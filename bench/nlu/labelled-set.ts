import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { UsageError } from '../benchmark.ts';

export interface Labelled {
  readonly text: string;
  readonly label: string;
}

/** A public set of intents, cut into parts. Nothing is chosen on `test` or `strangersTest`. */
export interface LabelledSet {
  readonly key: string;
  readonly title: string;
  readonly language: 'en' | 'zh';
  readonly train: readonly Labelled[];
  readonly valid: readonly Labelled[];
  readonly test: readonly Labelled[];
  /** Messages out of scope: where a set has them. */
  readonly strangersValid: readonly Labelled[];
  readonly strangersTest: readonly Labelled[];
}

const lineSchema = z.object({ text: z.string(), label: z.string() });
/** Of a set without validation part every tenth training example is held back for it. */
const HELD_BACK = 10;

interface Files {
  readonly key: string;
  readonly title: string;
  readonly language: 'en' | 'zh';
  readonly folder: string;
  readonly train: string;
  readonly valid?: string;
  readonly strangers?: boolean;
}

const SETS: readonly Files[] = [
  { key: 'banking77', title: 'banking77', language: 'en', folder: 'banking77', train: 'train' },
  { key: 'banking77-10', title: 'banking77, 10 a class', language: 'en', folder: 'banking77', train: 'train_10shot' },
  {
    key: 'clinc150',
    title: 'clinc150 in scope',
    language: 'en',
    folder: 'clinc150',
    train: 'train',
    valid: 'valid',
    strangers: true,
  },
  { key: 'smp2020', title: 'smp2020_zh', language: 'zh', folder: 'smp2020_zh', train: 'train', valid: 'valid' },
];
export const SET_KEYS = SETS.map(({ key }) => key);

/** Reads a set from its folder below `data`. Throws UsageError where the folder is not there. */
export function readSet(data: string, key: string): LabelledSet {
  const files = SETS.find((set) => set.key === key);
  if (files === undefined) throw new UsageError(`--sets takes ${SET_KEYS.join(', ')}`);
  const lines = (name: string): Labelled[] => {
    const file = join(data, files.folder, `${name}.jsonl`);
    if (!existsSync(file)) throw new UsageError(`${file} is not there: --data names the folder of the public sets`);
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
      .map((line) => lineSchema.parse(JSON.parse(line)));
  };
  const all = lines(files.train);
  const valid = files.valid === undefined ? heldBack(all) : lines(files.valid);
  return {
    key: files.key,
    title: files.title,
    language: files.language,
    train: files.valid === undefined ? all.filter((one) => !valid.includes(one)) : all,
    valid,
    test: lines('test'),
    strangersValid: files.strangers === true ? lines('oos_valid') : [],
    strangersTest: files.strangers === true ? lines('oos_test') : [],
  };
}

/** Every tenth of each label. */
function heldBack(examples: readonly Labelled[]): Labelled[] {
  const seen = new Map<string, number>();
  return examples.filter(({ label }) => {
    const count = (seen.get(label) ?? 0) + 1;
    seen.set(label, count);
    return count % HELD_BACK === 0;
  });
}
