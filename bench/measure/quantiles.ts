/** The value that a share `q` (0 to 1) of the values does not exceed: nearest rank. NaN of no values. */
export function quantile(values: readonly number[], q: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(q * sorted.length) - 1)] ?? Number.NaN;
}

/** The median of repeated rounds, and between what they lay. */
export interface Spread {
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = (at: number) => sorted[Math.floor(at)] ?? Number.NaN;
  const { length } = sorted;
  return {
    median: (middle((length - 1) / 2) + middle(length / 2)) / 2,
    min: sorted[0] ?? Number.NaN,
    max: sorted.at(-1) ?? Number.NaN,
  };
}
