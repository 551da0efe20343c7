const FIRST_MS = 1_000;
const LONGEST_MS = 30_000;

/**
 * Milliseconds to wait before the try after `failures` failed ones (0 at first): doubling from one second to thirty,
 * each shaken between half and whole, so that a town coming back from an outage does not knock all at once.
 * @param random between 0 and 1
 */
export function backoff(failures: number, random: number): number {
  const full = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.round(full / 2 + (full / 2) * random);
}
