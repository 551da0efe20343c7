import type { FaultFacts } from '../../domain/faults/fault-facts.ts';
import { gradeFault } from '../../domain/faults/severity.ts';

/** Graded P1: people are alerted before anything else is asked. */
export function isEmergency({ facts }: { readonly facts: FaultFacts }): boolean {
  return gradeFault(facts).severity === 'P1';
}
