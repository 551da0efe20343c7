import type { Memory } from '../memory.ts';

/** A word from the customer keeps the proof of who they are alive; after the profile's idle time without one, or once its own time is over, it is gone. */
export function keepVerified(memory: Memory, now: number, idleMinutes: number): void {
  const { verified } = memory;
  if (!verified) return;
  const isOver = (verified.until ?? null) !== null && now >= (verified.until ?? 0);
  if (isOver || now - verified.lastUsedAt >= idleMinutes * 60_000) endVerified(memory);
  else memory.verified = { ...verified, lastUsedAt: now };
}

/** From now on nobody is known to be there; the desk still sees whose account it was about. */
export function endVerified(memory: Memory): void {
  const { verified, summary } = memory;
  if (!verified) return;
  memory.verified = null;
  memory.summary = { ...summary, account: { number: verified.number, verified: false } };
}
