import type { Spending } from './nerve.ts';

/**
 * The sliding-window counter: the present window's uses plus the last window's, weighed by how much of it still lies
 * within `windowMs` before now. Counts the use that is asked about.
 */
export function slidingCount(state: {
  readonly used: number;
  readonly before: number;
  readonly limit: number;
  readonly windowMs: number;
  readonly now: number;
}): Spending {
  const { used, before, limit, windowMs, now } = state;
  const into = now % windowMs;
  const weighed = used + before * (1 - into / windowMs);
  if (weighed + 1 <= limit) return { allowed: true, retryAfterMs: 0 };
  return { allowed: false, retryAfterMs: waitFor({ used, before, limit, windowMs, into }) };
}

function waitFor(state: { used: number; before: number; limit: number; windowMs: number; into: number }): number {
  const { used, before, limit, windowMs, into } = state;
  const untilNext = windowMs - into;
  const room = limit - 1 - used;
  if (room >= 0 && before > 0) return Math.max(1, Math.ceil(windowMs * (1 - room / before) - into));
  if (used === 0) return Math.ceil(untilNext);
  return Math.ceil(untilNext + Math.max(0, windowMs * (1 - Math.max(0, limit - 1) / used)));
}
