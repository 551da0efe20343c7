import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type Example, exampleSchema } from './example.ts';

export interface Source {
  readonly file: string;
  readonly line: number;
}

export interface ReadExample extends Example {
  readonly source: Source;
}

export interface BadLine extends Source {
  readonly reason: string;
}

export interface ReadResult {
  readonly examples: readonly ReadExample[];
  readonly bad: readonly BadLine[];
}

/** Reads every .jsonl file of a folder, in the order of names. */
export function readExamples(folder: string): ReadResult {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.jsonl'))
    .sort();
  const read = files.map((file) => readExampleFile(join(folder, file)));
  return { examples: read.flatMap(({ examples }) => examples), bad: read.flatMap(({ bad }) => bad) };
}

/** Reads one file. Throws where it can't be read. */
export function readExampleFile(path: string): ReadResult {
  const examples: ReadExample[] = [];
  const bad: BadLine[] = [];
  readFileSync(path, 'utf8')
    .split('\n')
    .forEach((text, at) => {
      if (text.trim() === '') return;
      const source = { file: basename(path), line: at + 1 };
      const result = exampleOf(text);
      if (typeof result === 'string') bad.push({ ...source, reason: result });
      else examples.push({ ...result, source });
    });
  return { examples, bad };
}

/** The example, or what is wrong with the line. */
function exampleOf(text: string): Example | string {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return 'not JSON';
  }
  const parsed = exampleSchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return issue === undefined ? 'not valid' : `${issue.path.join('.')}: ${issue.message}`;
}
