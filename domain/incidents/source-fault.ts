/** A feeder whose own breaker is inferred to have opened. */
export interface TrippedFeeder {
  readonly feederId: string;
  /** When the first word of it came. */
  readonly startedAt: number;
}

const TOGETHER_MS = 20 * 60_000;
const FEWEST = 2;

/**
 * Feeders that hang on one source and all went dark within minutes of each other: it is the source that failed, most often
 * a substation. `feeders` are all of the source that have customers.
 */
export function isSourceFault(feeders: readonly string[], tripped: readonly TrippedFeeder[]): boolean {
  if (feeders.length < FEWEST) return false;
  const starts = feeders.map((id) => tripped.find(({ feederId }) => feederId === id)?.startedAt);
  if (starts.includes(undefined)) return false;
  const known = starts.filter((start) => start !== undefined);
  return Math.max(...known) - Math.min(...known) <= TOGETHER_MS;
}
