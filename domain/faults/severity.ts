import type { FaultFacts, Hazard, PersonAtRisk } from './fault-facts.ts';

export const SEVERITIES = ['P1', 'P2', 'P3', 'P4'] as const;
/** P1 emergency, P2 urgent, P3 standard, P4 routine. */
export type Severity = (typeof SEVERITIES)[number];

/** Why a fault has its grade, as codes that the desk and the customer's language put into words. */
export type SeverityReason =
  | `people.${PersonAtRisk}`
  | `hazard.${Hazard}`
  | 'site.critical_without_power'
  | 'no_power.street'
  | 'no_power.area'
  | 'no_power.vulnerable'
  | 'no_power'
  | 'supplied';

export interface Grade {
  readonly severity: Severity;
  /** Every fact that holds the grade in its row; never empty. */
  readonly reasons: readonly SeverityReason[];
}

const P1_PEOPLE: readonly PersonAtRisk[] = ['injured', 'trapped', 'life_support'];
const P1_HAZARDS: readonly Hazard[] = [
  'electric_shock',
  'fire',
  'smoke_or_burning',
  'sparks',
  'wire_down',
  'flooding',
  'exposed_live_part',
];
const P2_HAZARDS: readonly Hazard[] = ['pole_damaged', 'explosion', 'tree_contact', 'overvoltage'];

/**
 * Grades a fault by the severity rule of taxonomy.json (version 1): the highest row of which anything holds.
 * The grade follows from the facts alone; a fact not known must be absent from them.
 */
export function gradeFault(facts: FaultFacts): Grade {
  const emergency: SeverityReason[] = [
    ...P1_PEOPLE.filter((person) => facts.people.includes(person)).map((person) => `people.${person}` as const),
    ...P1_HAZARDS.filter((hazard) => facts.hazards.includes(hazard)).map((hazard) => `hazard.${hazard}` as const),
    ...(facts.no_power && facts.site.includes('critical') ? (['site.critical_without_power'] as const) : []),
  ];
  if (emergency.length > 0) return { severity: 'P1', reasons: emergency };

  const urgent: SeverityReason[] = [
    ...P2_HAZARDS.filter((hazard) => facts.hazards.includes(hazard)).map((hazard) => `hazard.${hazard}` as const),
    ...(facts.no_power && (facts.scope === 'street' || facts.scope === 'area')
      ? ([`no_power.${facts.scope}`] as const)
      : []),
    ...(facts.no_power && facts.people.includes('vulnerable') ? (['no_power.vulnerable'] as const) : []),
  ];
  if (urgent.length > 0) return { severity: 'P2', reasons: urgent };

  return facts.no_power ? { severity: 'P3', reasons: ['no_power'] } : { severity: 'P4', reasons: ['supplied'] };
}
