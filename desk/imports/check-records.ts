import type { z } from 'zod';
import { isImportProblemCode } from '../../strings/import/import-words.ts';
import type { ImportProblem, ImportRecord } from './import-problem.ts';

export interface Checked<T> {
  readonly line: number;
  readonly value: T;
}

/**
 * Checks records against a schema whose messages are problem codes. Everything that is wrong is told, an id that comes a
 * second time too.
 */
export function checkRecords<T extends { readonly id: string }>(
  records: readonly ImportRecord[],
  schema: z.ZodType<T>,
): { readonly checked: readonly Checked<T>[]; readonly problems: readonly ImportProblem[] } {
  const checked: Checked<T>[] = [];
  const problems: ImportProblem[] = [];
  const seen = new Set<unknown>();
  for (const record of records) {
    const { id } = record.fields;
    if (id !== undefined && seen.has(id)) problems.push(problemAt(record, 'id', 'id_twice'));
    seen.add(id);
    const parsed = schema.safeParse(record.fields);
    if (parsed.success) checked.push({ line: record.line, value: parsed.data });
    else problems.push(...parsed.error.issues.flatMap((issue) => problemsOf(record, issue)));
  }
  return { checked, problems };
}

function problemsOf(record: ImportRecord, issue: z.core.$ZodIssue): ImportProblem[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => problemAt(record, key, 'column_unknown'));
  const field = String(issue.path[0] ?? '');
  if (record.fields[field] === undefined) return [problemAt(record, field, 'required')];
  return [problemAt(record, field, isImportProblemCode(issue.message) ? issue.message : 'not_valid')];
}

const MOST_SHOWN = 60;

export function problemAt(record: ImportRecord, field: string, code: ImportProblem['code']): ImportProblem {
  const given = record.fields[field];
  if (given === undefined) return { line: record.line, field, code };
  const value = typeof given === 'string' ? given : JSON.stringify(given);
  return { line: record.line, field, code, value: value.slice(0, MOST_SHOWN) };
}
