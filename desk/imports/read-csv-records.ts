import type { ImportProblem, ImportRecord, ReadRecords } from './import-problem.ts';
import { type CsvRow, parseCsv } from './parse-csv.ts';

/** Records under a header that names its columns in any order. `columns` says which there are and which must be there. */
export function readCsvRecords(text: string, columns: ReadonlyMap<string, 'required' | 'optional'>): ReadRecords {
  const { rows, problems: astray } = parseCsv(text);
  const [header, ...body] = rows;
  if (!header) return { records: [], problems: [{ line: 1, field: null, code: 'no_records' }] };
  const names = header.cells.map((cell) => cell.trim());
  const ofHeader = headerProblems(header.line, names, columns);
  // Under a header that is wrong every line would be wrong for the same reason.
  if (ofHeader.length > 0) return { records: [], problems: [...astray, ...ofHeader] };
  const whole = body.filter(({ cells }) => cells.length === names.length);
  const cut = body.filter(({ cells }) => cells.length !== names.length);
  const problems = cut.map(({ line, cells }): ImportProblem => {
    return { line, field: null, code: cells.length < names.length ? 'too_few_cells' : 'too_many_cells' };
  });
  return { records: whole.map((row) => recordOf(row, names)), problems: [...astray, ...problems] };
}

function headerProblems(
  line: number,
  names: readonly string[],
  columns: ReadonlyMap<string, 'required' | 'optional'>,
): ImportProblem[] {
  const missing = [...columns].filter(([name, need]) => need === 'required' && !names.includes(name));
  return [
    ...names.filter((name) => !columns.has(name)).map((field) => ({ line, field, code: 'column_unknown' as const })),
    ...names
      .filter((name, at) => columns.has(name) && names.indexOf(name) !== at)
      .map((field) => ({ line, field, code: 'column_twice' as const })),
    ...missing.map(([field]) => ({ line, field, code: 'column_missing' as const })),
  ];
}

function recordOf({ line, cells }: CsvRow, names: readonly string[]): ImportRecord {
  const given = names.map((name, at) => [name, (cells[at] ?? '').trim()] as const);
  return { line, fields: Object.fromEntries(given.filter(([, cell]) => cell !== '')) };
}
