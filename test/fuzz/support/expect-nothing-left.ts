import { expect } from 'chai';
import type { StoredRows } from './stored-rows.ts';

const TRIES = 6;
const PAUSE_MS = 100;

/**
 * Jobs in the background write now and then: what was reported is placed, who was seen is noted. So what is refused is asked
 * again where something has changed; what a request leaves behind it leaves each time.
 */
export async function expectNothingLeft(
  rows: StoredRows,
  ask: () => Promise<unknown>,
  { what, without = [] }: { readonly what: string; readonly without?: readonly string[] },
): Promise<void> {
  for (let tried = 1; tried <= TRIES; tried += 1) {
    await new Promise((resolve) => setTimeout(resolve, tried * PAUSE_MS));
    await rows.settled();
    const before = rows.fingerprint(without);
    await ask();
    await rows.settled();
    if (rows.fingerprint(without) === before) return;
  }
  expect.fail(`something is left behind each time: ${what}`);
}
