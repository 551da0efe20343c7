export interface PastVerification {
  readonly createdAt: number;
  /** Null while, or where, it was in vain. */
  readonly verifiedAt: number | null;
}

const DAY = 86_400_000;
const FIRST_WAIT = 30_000;
const GROWTH = 3;

/**
 * From when on another code may be sent, in milliseconds since 1970; 0 where at once. Every code in vain since the last
 * one that was confirmed, and within a day, makes the wait three times as long: half a minute after the first that counts,
 * then one and a half, four and a half, … up to a day. `free` so many in vain cost nothing.
 */
export function nextCodeAt(past: readonly PastVerification[], now: number, free = 0): number {
  const recent = past.filter(({ createdAt }) => createdAt > now - DAY).toSorted((a, b) => b.createdAt - a.createdAt);
  const confirmed = recent.findIndex(({ verifiedAt }) => verifiedAt !== null);
  const inVain = confirmed < 0 ? recent : recent.slice(0, confirmed);
  const [last] = inVain;
  const counting = inVain.length - free;
  if (last === undefined || counting <= 0) return 0;
  return last.createdAt + Math.min(DAY, FIRST_WAIT * GROWTH ** (counting - 1));
}
