/** A file of cells (RFC 4180), with the mark by which spreadsheets know UTF-8. */
export function csvFile(lines: readonly (readonly CsvCell[])[]): string {
  return `${CSV_START}${lines.map(csvLine).join('')}`;
}

export type CsvCell = string | number | null;

export const CSV_START = '\uFEFF';

export function csvLine(cells: readonly CsvCell[]): string {
  return `${cells.map(cellText).join(',')}\r\n`;
}

/** Null is empty. A text that a spreadsheet would take for a formula is put behind an apostrophe: customers' words are in it. */
function cellText(cell: CsvCell): string {
  if (cell === null) return '';
  if (typeof cell === 'number') return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
