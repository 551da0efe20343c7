import type { NoticeTerms } from '../utility-profile.ts';
import { quietUntil } from './quiet-hours.ts';

/** Something of which a customer has yet to hear. */
export interface Pending {
  /** The first change that was not told. */
  readonly changedAt: number;
  /** Somebody is in danger, or something that can hurt somebody. */
  readonly danger: boolean;
  /** They want to be told at night too. */
  readonly atNight: boolean;
}

export interface Listener {
  /** When they were last told of anything without asking; null where never. */
  readonly lastToldAt: number | null;
  /** When they wrote last. */
  readonly lastHeardAt: number | null;
}

export type NoticePlan =
  | { readonly kind: 'nothing' }
  /** Everything that is pending goes into one message. */
  | { readonly kind: 'tell' }
  | { readonly kind: 'wait'; readonly until: number };

const MINUTE = 60_000;

/**
 * When a customer is told of all that is pending. After a change it is waited for others; between two messages there is a
 * rest; at night only danger, what was asked for, and who is there. As soon as one thing may be told, all of it is.
 */
export function planNotice(
  pending: readonly Pending[],
  listener: Listener,
  { terms, timeZone, now }: { readonly terms: NoticeTerms; readonly timeZone: string; readonly now: number },
): NoticePlan {
  const moments = pending.map((one) => momentFor(one, listener, { terms, timeZone, now }));
  if (moments.length === 0) return { kind: 'nothing' };
  const until = Math.min(...moments);
  return until <= now ? { kind: 'tell' } : { kind: 'wait', until };
}

function momentFor(
  { changedAt, danger, atNight }: Pending,
  { lastToldAt, lastHeardAt }: Listener,
  { terms, timeZone, now }: { terms: NoticeTerms; timeZone: string; now: number },
): number {
  const merged = changedAt + terms.mergeMinutes * MINUTE;
  if (danger) return merged;
  const rested = lastToldAt === null ? merged : Math.max(merged, lastToldAt + terms.gapMinutes * MINUTE);
  const at = Math.max(rested, now);
  const present = lastHeardAt !== null && at - lastHeardAt <= terms.presentMinutes * MINUTE;
  if (atNight || present) return rested;
  return quietUntil(at, terms.quietHours, timeZone) ?? rested;
}
