import type { ImportProblem } from './import-problem.ts';

export interface CsvRow {
  /** The line it begins on, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

/**
 * Comma-separated values as in RFC 4180, with any line ending; lines with nothing on them are left out. A quotation mark
 * astray is told and taken as it stands, so that whatever else is wrong is told too.
 */
export function parseCsv(text: string): {
  readonly rows: readonly CsvRow[];
  readonly problems: readonly ImportProblem[];
} {
  const reader = new CsvReader(text);
  while (!reader.atEnd) reader.readRow();
  return { rows: reader.rows, problems: reader.problems };
}

class CsvReader {
  readonly rows: CsvRow[] = [];
  readonly problems: ImportProblem[] = [];
  readonly #text: string;
  #at = 0;
  #line = 1;

  constructor(text: string) {
    this.#text = text;
  }

  get atEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  readRow(): void {
    const line = this.#line;
    const from = this.#at;
    const cells = [this.#readCell()];
    while (this.#text[this.#at] === ',') {
      this.#at += 1;
      cells.push(this.#readCell());
    }
    const blank = this.#at === from;
    this.#skipLineEnd();
    if (!blank) this.rows.push({ line, cells });
  }

  #readCell(): string {
    return this.#text[this.#at] === '"' ? this.#readQuoted() : this.#readPlain();
  }

  #readPlain(): string {
    const rest = this.#untilSeparator();
    if (rest.includes('"')) this.#problem('quote_astray', this.#line);
    return rest;
  }

  #readQuoted(): string {
    const line = this.#line;
    let cell = '';
    for (this.#at += 1; ; ) {
      const end = this.#text.indexOf('"', this.#at);
      const piece = this.#text.slice(this.#at, end < 0 ? undefined : end);
      cell += piece;
      this.#line += lineEndsIn(piece);
      if (end < 0) {
        this.#at = this.#text.length;
        this.#problem('quote_open', line);
        return cell;
      }
      this.#at = end + 1;
      if (this.#text[this.#at] !== '"') break;
      cell += '"';
      this.#at += 1;
    }
    const rest = this.#untilSeparator();
    if (rest !== '') this.#problem('quote_astray', this.#line);
    return cell + rest;
  }

  #untilSeparator(): string {
    SEPARATOR.lastIndex = this.#at;
    const end = SEPARATOR.exec(this.#text)?.index ?? this.#text.length;
    const piece = this.#text.slice(this.#at, end);
    this.#at = end;
    return piece;
  }

  #skipLineEnd(): void {
    if (this.atEnd) return;
    this.#at += this.#text.startsWith('\r\n', this.#at) ? 2 : 1;
    this.#line += 1;
  }

  #problem(code: 'quote_open' | 'quote_astray', line: number): void {
    this.problems.push({ line, field: null, code });
  }
}

const SEPARATOR = /[,\r\n]/g;

function lineEndsIn(text: string): number {
  return text.match(/\r\n|\r|\n/g)?.length ?? 0;
}
