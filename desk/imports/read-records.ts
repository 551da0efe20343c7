import { extname } from 'node:path';
import type { z } from 'zod';
import type { ImportProblem, ReadRecords } from './import-problem.ts';
import { readCsvRecords } from './read-csv-records.ts';
import { readJsonRecords } from './read-json-records.ts';

/** A file to be imported; its name tells the format. */
export interface ImportFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The records of a CSV or JSON file, as written. `shape` is that of one record: its keys are the columns. */
export function readRecords(file: ImportFile, shape: z.ZodRawShape): ReadRecords {
  const kind = extname(file.name).toLowerCase();
  if (kind !== '.csv' && kind !== '.json') return refused('file_type', file.name);
  const text = textOf(file.bytes);
  if (text === null) return refused('not_utf8');
  const read = kind === '.csv' ? readCsvRecords(text, columnsOf(shape)) : readJsonRecords(text);
  return read.records.length + read.problems.length === 0 ? refused('no_records') : read;
}

function refused(code: ImportProblem['code'], value?: string): ReadRecords {
  return { records: [], problems: [{ line: 1, field: null, code, ...(value === undefined ? {} : { value }) }] };
}

function textOf(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

function columnsOf(shape: z.ZodRawShape): Map<string, 'required' | 'optional'> {
  const names = Object.entries(shape) as [string, z.ZodType][];
  return new Map(names.map(([name, type]) => [name, type.safeParse(undefined).success ? 'optional' : 'required']));
}
