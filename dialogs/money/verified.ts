import type { Memory } from '../memory.ts';

/** A word from the customer keeps the proof of who they are alive; after the profile's idle time without one it is gone. */
export function keepVerified(memory: Memory, now: number, idleMinutes: number): void {
  const { verified, summary } = memory;
  if (!verified) return;
  const isOver = verified.until != null && now >= verified.until;
  if (!isOver && now - verified.lastUsedAt < idleMinutes * 60_000) {
    memory.verified = { ...verified, lastUsedAt: now };
    return;
  }
  memory.verified = null;
  memory.summary = { ...summary, account: { number: verified.number, verified: false } };
}
