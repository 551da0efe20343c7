/** FUZZ_SEED=… repeats a run; without one every run is the same, so that a failure stays until it is mended. */
export const FUZZ_SEED = Number(process.env.FUZZ_SEED ?? 20_261_124) | 0;

/** Stands in the titles of suites, and so in what the run prints. */
export const SEEDED = `(FUZZ_SEED=${FUZZ_SEED})`;

/** fast-check's settings for so many runs. A failure prints the smallest request or text that still fails. */
export function runs(numRuns: number): { seed: number; numRuns: number } {
  return { seed: FUZZ_SEED, numRuns };
}
