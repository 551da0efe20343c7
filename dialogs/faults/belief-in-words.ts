import type { ClassBelief } from '../../domain/faults/intake/believe-class.ts';
import type { Turn } from '../turn.ts';

/** So many reasons are named; the rest stands in the ticket's history. */
const MOST_REASONS = 2;

/** "Your own switch or wiring (a switch has tripped · the neighbours have power)"; null where the class is not known. */
export function beliefInWords({ words }: Pick<Turn, 'words'>, belief: ClassBelief): string | null {
  if (belief.class === 'unknown') return null;
  const named = words.fault.classes[belief.class];
  const reasons = belief.reasons.map((reason) => words.fault.evidence[reason]).filter((said) => said !== undefined);
  if (reasons.length === 0) return named;
  return words.fault.because(named, reasons.slice(0, MOST_REASONS));
}
