import { gradeFault } from '../../domain/faults/severity.ts';
import type { FaultValues } from './fault-values.ts';

/** Graded P1: people are alerted before anything else is asked. */
export function isEmergency({ facts }: Pick<FaultValues, 'facts'>): boolean {
  return gradeFault(facts).severity === 'P1';
}
