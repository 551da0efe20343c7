import type { Memory } from '../memory.ts';
import type { Turn } from '../turn.ts';
import { auditVerification } from './audit-verification.ts';

/** A word from the customer keeps the proof of who they are alive; after the profile's idle time without one, or once its own time is over, it is gone. */
export function keepVerified(turn: Turn): void {
  const { memory, now, services } = turn;
  const { verified } = memory;
  if (!verified) return;
  const until = verified.until ?? Number.POSITIVE_INFINITY;
  const isIdle = now - verified.lastUsedAt >= services.profile.verification.idleMinutes * 60_000;
  if (now < until && !isIdle) {
    memory.verified = { ...verified, lastUsedAt: now };
    return;
  }
  auditVerification(turn, 'verification.ended', { account: verified.number, by: isIdle ? 'idle' : 'time' });
  endVerified(memory);
}

/** From now on nobody is known to be there; the desk still sees whose account it was about. */
export function endVerified(memory: Memory): void {
  const { verified, summary } = memory;
  if (!verified) return;
  memory.verified = null;
  memory.summary = { ...summary, account: { number: verified.number, verified: false } };
}
