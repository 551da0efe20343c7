import type { ImportProblemCode } from '../../strings/import/import-words.ts';

/** One thing wrong with a file. */
export interface ImportProblem {
  /** Counted from 1; of a record over several lines, its first. */
  readonly line: number;
  /** The column; null where the whole line or file is meant. */
  readonly field: string | null;
  readonly code: ImportProblemCode;
  /** What stands there, where seeing it helps. */
  readonly value?: string;
}

/** A record as it was written: cells by column, those left empty absent. */
export interface ImportRecord {
  readonly line: number;
  readonly fields: Readonly<Record<string, unknown>>;
}

export interface ReadRecords {
  readonly records: readonly ImportRecord[];
  readonly problems: readonly ImportProblem[];
}
