/** One benchmark: measures, writes a table to `out` for people, and resolves with the figures for machines. */
export interface Benchmark {
  /** What it measures, in a line. */
  readonly summary: string;
  run(args: readonly string[], output: Output): Promise<object>;
}

export interface Output {
  /** A line of the table. */
  readonly out: (line: string) => void;
  /** A line of progress. */
  readonly progress: (line: string) => void;
}

/** The arguments are not what the benchmark takes; the message says what it does take. */
export class UsageError extends Error {
  readonly code = 'usage';
}
