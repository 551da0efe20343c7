import type { Hazard, PersonAtRisk, Scope } from '../../domain/faults/fault-facts.ts';

/** A fact's name as it stands in evidence. */
export type FactName = `hazard.${Hazard}` | `people.${PersonAtRisk}` | 'site.critical' | `scope.${Scope}` | 'no_power';

/** A fact and the words that show it: a span in the normalised text. */
export interface Shown {
  readonly fact: FactName;
  /** A sign that often means less: warmth, a smell, a noise. */
  readonly weak?: boolean;
  readonly start: number;
  readonly end: number;
}

/** Concepts of the lexicon that show a fact by themselves. */
export const DIRECT_FACTS: Readonly<Record<string, FactName>> = {
  shock: 'hazard.electric_shock',
  fire: 'hazard.fire',
  smoke: 'hazard.smoke_or_burning',
  sparks: 'hazard.sparks',
  wire_down: 'hazard.wire_down',
  exposed: 'hazard.exposed_live_part',
  explosion: 'hazard.explosion',
  overvoltage: 'hazard.overvoltage',
  injured: 'people.injured',
  trapped: 'people.trapped',
  life_support: 'people.life_support',
  vulnerable: 'people.vulnerable',
  SITE: 'site.critical',
  no_power: 'no_power',
  part_of_premises: 'scope.part_of_premises',
  premises: 'scope.premises',
  building: 'scope.building',
  street: 'scope.street',
  area: 'scope.area',
};

/** Two concepts near each other, in either order, that together show a fact. */
export interface PairRule {
  readonly first: string;
  readonly second: string;
  /** A concept that must stand somewhere in the message too. */
  readonly beside?: string;
  readonly fact: FactName;
  /** The most UTF-16 units between them, where both are Chinese, and where both are Latin. */
  readonly chinese: number;
  readonly latin: number;
  readonly weak?: boolean;
  /** A concept that makes the sign weak where it stands in the message too. */
  readonly weakBeside?: string;
}

export const PAIR_RULES: readonly PairRule[] = [
  { first: 'WIRE', second: 'FALLEN', weakBeside: 'TREE', fact: 'hazard.wire_down', chinese: 7, latin: 28 },
  { first: 'POLE', second: 'BROKEN', fact: 'hazard.pole_damaged', chinese: 8, latin: 24 },
  { first: 'EQUIPMENT', second: 'WATER', fact: 'hazard.flooding', chinese: 8, latin: 24 },
  { first: 'EQUIPMENT', second: 'OPEN', fact: 'hazard.exposed_live_part', chinese: 7, latin: 24, weak: true },
  { first: 'WIRE', second: 'OPEN', fact: 'hazard.exposed_live_part', chinese: 7, latin: 20, weak: true },
  { first: 'TREE', second: 'LEAN', beside: 'WIRE', fact: 'hazard.tree_contact', chinese: 12, latin: 32 },
  { first: 'TOUCH', second: 'STING', fact: 'hazard.electric_shock', chinese: 8, latin: 24, weak: true },
  { first: 'PERSON', second: 'touch_wire', fact: 'hazard.electric_shock', chinese: 8, latin: 24 },
  { first: 'TREE', second: 'touch_wire', fact: 'hazard.tree_contact', chinese: 8, latin: 24 },
  { first: 'ANIMAL', second: 'DEAD', beside: 'WIRE', fact: 'hazard.electric_shock', chinese: 6, latin: 24, weak: true },
  { first: 'CLIMB', second: 'POLE', fact: 'hazard.electric_shock', chinese: 5, latin: 20 },
  { first: 'CLIMB', second: 'high_voltage', fact: 'hazard.electric_shock', chinese: 5, latin: 20 },
  { first: 'HOT', second: 'EQUIPMENT', fact: 'hazard.smoke_or_burning', chinese: 4, latin: 14, weak: true },
  { first: 'ODOUR', second: 'EQUIPMENT', fact: 'hazard.smoke_or_burning', chinese: 8, latin: 24, weak: true },
  { first: 'noise', second: 'EQUIPMENT', fact: 'hazard.sparks', chinese: 4, latin: 14, weak: true },
  { first: 'WIRE', second: 'WATER', fact: 'hazard.flooding', chinese: 6, latin: 20, weak: true },
  { first: 'BURST', second: 'LAMP', fact: 'hazard.explosion', chinese: 4, latin: 16, weak: true },
  { first: 'BURST', second: 'EQUIPMENT', fact: 'hazard.explosion', chinese: 4, latin: 16, weak: true },
  { first: 'bang', second: 'EQUIPMENT', fact: 'hazard.explosion', chinese: 18, latin: 60 },
  { first: 'bang', second: 'no_power', fact: 'hazard.explosion', chinese: 14, latin: 50 },
  { first: 'METAL', second: 'JAB', fact: 'hazard.electric_shock', chinese: 10, latin: 40, weak: true },
  {
    first: 'ANIMAL',
    second: 'DEAD',
    beside: 'POLE',
    fact: 'hazard.electric_shock',
    chinese: 12,
    latin: 40,
    weak: true,
  },
  { first: 'LIFTCAR', second: 'INSIDE', fact: 'people.trapped', chinese: 14, latin: 50, weak: true },
  {
    first: 'MACHINE_LIFE',
    second: 'BREATH',
    beside: 'no_power',
    fact: 'people.life_support',
    chinese: 14,
    latin: 50,
    weak: true,
  },
  {
    first: 'SNAKE',
    second: 'ADRIFT',
    beside: 'OUTDOORS',
    fact: 'hazard.wire_down',
    chinese: 12,
    latin: 50,
    weak: true,
  },
  { first: 'WIRE', second: 'ADRIFT', beside: 'OUTDOORS', fact: 'hazard.wire_down', chinese: 12, latin: 50, weak: true },
  { first: 'CABINETISH', second: 'AJAR', fact: 'hazard.exposed_live_part', chinese: 12, latin: 50, weak: true },
  { first: 'GLIMMER', second: 'APPLIANCE', fact: 'hazard.sparks', chinese: 14, latin: 50, weak: true },
  { first: 'GLIMMER', second: 'WIRE', fact: 'hazard.sparks', chinese: 14, latin: 50, weak: true },
  { first: 'COOKED', second: 'APPLIANCE', fact: 'hazard.smoke_or_burning', chinese: 10, latin: 40, weak: true },
  { first: 'PERSON', second: 'SLUMP', beside: 'METAL', fact: 'people.injured', chinese: 12, latin: 40, weak: true },
  { first: 'FLOODED', second: 'LOWDOWN', fact: 'hazard.flooding', chinese: 14, latin: 60, weak: true },
];

/** Denials that name people ("nobody was hurt") say nothing of things ("nobody came, it sparks"). */
export const ABOUT_PEOPLE: ReadonlySet<FactName> = new Set<FactName>([
  'hazard.electric_shock',
  'people.injured',
  'people.trapped',
]);
