import type { FaultClass } from '../faults/fault-facts.ts';
import { SEVERITIES, type Severity } from '../faults/severity.ts';
import type { Intent } from '../intent.ts';

/** What the bot had understood, and what a person has put in its place. */
export interface Correction<T> {
  readonly from: T | null;
  readonly to: T;
}

/** The corrections that stand in a service session. */
export interface Corrections {
  readonly intent?: Correction<Intent>;
  readonly severity?: Correction<Severity>;
  readonly class?: Correction<FaultClass>;
}

/** A correction holds for as long as the bot says what was corrected; what it understands anew stands as it is. */
export function corrected<T>(believed: T | null, correction: Correction<T> | undefined): T | null {
  return correction !== undefined && believed === correction.from ? correction.to : believed;
}

/** Puts right what is shown. Where that was put right before, what the bot believes stays what it was. */
export function correct<T>(standing: Correction<T> | undefined, shown: T | null, to: T): Correction<T> {
  return { from: standing !== undefined && standing.to === shown ? standing.from : shown, to };
}

/**
 * The corrections that still hold once something more was said. A grade that a person has set gives way to graver words:
 * danger that is told later is never hidden by what was put right before. `said`: the grade of the new message alone.
 */
export function afterWords(corrections: Corrections, said: Severity | null): Corrections {
  const { severity, ...others } = corrections;
  if (severity === undefined) return corrections;
  return said !== null && isGraver(said, severity.to) ? others : corrections;
}

function isGraver(one: Severity, other: Severity): boolean {
  return SEVERITIES.indexOf(one) < SEVERITIES.indexOf(other);
}
