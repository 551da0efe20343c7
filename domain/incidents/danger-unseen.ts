import type { PersonAtRisk } from '../faults/fault-facts.ts';
import type { TicketState } from '../tickets/ticket-states.ts';

export interface TicketAtRisk {
  readonly state: TicketState;
  /** SeverityReason codes: of the highest grade alone. */
  readonly reasons: readonly string[];
  /** Null where they are not known. */
  readonly facts: { readonly hazards: readonly string[]; readonly people: readonly string[] } | null;
}

const PEOPLE: readonly string[] = ['injured', 'trapped'] satisfies readonly PersonAtRisk[];
const PEOPLE_REASONS: readonly string[] = PEOPLE.map((person) => `people.${person}`);

/**
 * A ticket tells of danger to which no crew has been: supply that is back does not end it. Work that came back counts as
 * not done, whoever was there before.
 */
export function dangerUnseen({ state, reasons, facts }: TicketAtRisk): boolean {
  if (state === 'on_site') return false;
  return (
    reasons.some((reason) => reason.startsWith('hazard.') || PEOPLE_REASONS.includes(reason)) ||
    (facts !== null && (facts.hazards.length > 0 || PEOPLE.some((person) => facts.people.includes(person))))
  );
}
