import { z } from 'zod';
import type { ImportProblem, ImportRecord, ReadRecords } from './import-problem.ts';

const list = z.array(z.unknown());
const record = z.record(z.string(), z.unknown());

/** Records of one JSON array, each with the line it begins on. What is null is as good as absent. */
export function readJsonRecords(text: string): ReadRecords {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (error) {
    return { records: [], problems: [{ line: lineOf(error), field: null, code: 'not_json' }] };
  }
  const parsed = list.safeParse(json);
  if (!parsed.success) return { records: [], problems: [{ line: 1, field: null, code: 'not_a_list' }] };
  const lines = elementLines(text);
  const records: ImportRecord[] = [];
  const problems: ImportProblem[] = [];
  parsed.data.forEach((element, at) => {
    const line = lines[at] ?? 1;
    const fields = record.safeParse(element);
    if (fields.success) records.push({ line, fields: withoutNulls(fields.data) });
    else problems.push({ line, field: null, code: 'not_an_object' });
  });
  return { records, problems };
}

function withoutNulls(fields: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== null && value !== ''));
}

/** The engine names the line in its words; where it does not, the file is meant as a whole. */
function lineOf(error: unknown): number {
  const [, line] = /\(line (\d+) /.exec(error instanceof Error ? error.message : '') ?? [];
  return Number(line ?? 1);
}

const TOKEN = /"(?:[^"\\]|\\.)*"|[[\]{},\n]|[^\s"[\]{},]+/g;

/** The lines that the elements of an array begin on; the text is valid JSON. */
function elementLines(text: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let awaited = false;
  for (const [token] of text.matchAll(TOKEN)) {
    if (token === '\n') line += 1;
    else if (token === ']' || token === '}') depth -= 1;
    else if (token === ',') awaited = depth === 1;
    else {
      if (depth === 1 && awaited) {
        lines.push(line);
        awaited = false;
      }
      if (token === '[' || token === '{') {
        depth += 1;
        if (depth === 1) awaited = true;
      }
    }
  }
  return lines;
}
