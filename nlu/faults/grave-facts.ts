import type { Hazard, PersonAtRisk } from '../../domain/faults/fault-facts.ts';
import type { FactName } from './fact-rules.ts';

/** Dangers and people that make an emergency by themselves (row P1 of the severity rule). */
export const GRAVE_HAZARDS: ReadonlySet<Hazard> = new Set<Hazard>([
  'electric_shock',
  'fire',
  'smoke_or_burning',
  'sparks',
  'wire_down',
  'flooding',
  'exposed_live_part',
]);
export const GRAVE_PEOPLE: ReadonlySet<PersonAtRisk> = new Set<PersonAtRisk>(['injured', 'trapped', 'life_support']);

const GRAVE_FACTS: ReadonlySet<FactName> = new Set<FactName>([
  ...[...GRAVE_HAZARDS].map((hazard): FactName => `hazard.${hazard}`),
  ...[...GRAVE_PEOPLE].map((person): FactName => `people.${person}`),
]);

export function isGrave(fact: FactName): boolean {
  return GRAVE_FACTS.has(fact);
}

/** A critical site that no word names must be as likely as this: an outage is no emergency because others like it were. */
export const UNNAMED_SITE = 0.8;
