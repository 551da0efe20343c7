/** The fault frame of taxonomy.json, version 1: what a customer's words say about trouble with supply or equipment. */
export const FAULT_CLASSES = [
  'high_voltage',
  'low_voltage',
  'power_quality',
  'customer_internal',
  'metering',
  'non_utility',
  'unknown',
] as const;
export type FaultClass = (typeof FAULT_CLASSES)[number];

export const HAZARDS = [
  'electric_shock',
  'fire',
  'smoke_or_burning',
  'sparks',
  'wire_down',
  'pole_damaged',
  'explosion',
  'flooding',
  'exposed_live_part',
  'tree_contact',
  'overvoltage',
] as const;
export type Hazard = (typeof HAZARDS)[number];

export const PEOPLE_AT_RISK = ['injured', 'trapped', 'life_support', 'vulnerable'] as const;
export type PersonAtRisk = (typeof PEOPLE_AT_RISK)[number];

export const SITES = ['critical'] as const;
export type Site = (typeof SITES)[number];

export const SCOPES = ['part_of_premises', 'premises', 'building', 'street', 'area', 'unknown'] as const;
export type Scope = (typeof SCOPES)[number];

/** What has been understood of one fault. Sets are arrays without repeats, in the order of the constants above. */
export interface FaultFacts {
  readonly class: FaultClass;
  readonly hazards: readonly Hazard[];
  readonly people: readonly PersonAtRisk[];
  readonly site: readonly Site[];
  readonly scope: Scope;
  readonly no_power: boolean;
}
