import type { FaultFacts } from '../../domain/faults/fault-facts.ts';
import { HAZARDS, PEOPLE_AT_RISK, SCOPES } from '../../domain/faults/fault-facts.ts';
import { believeClass, type ClassBelief } from '../../domain/faults/intake/believe-class.ts';
import {
  describesTrouble,
  type IntakeField,
  type IntakeKnown,
  planIntake,
} from '../../domain/faults/intake/plan-intake.ts';
import type { SelfCheck } from '../../domain/faults/intake/self-check.ts';
import type { Signs } from '../../domain/faults/intake/signs.ts';
import { mergeFacts, NO_FACTS } from '../../domain/faults/merge-facts.ts';
import { isEmergency } from './emergency.ts';

/** What is known where a report is from; `of` is the place that it was looked up for. */
export type KnownHere = { readonly of: string } & (
  | { readonly kind: 'nothing' }
  /** A fault under repair: the report joins it. Not `sure` where the place is as wide as a town. */
  | { readonly kind: 'incident'; readonly id: string; readonly number: string; readonly sure: boolean }
  /** Planned work that is going on. */
  | { readonly kind: 'planned'; readonly id: string; readonly area: string }
  /** The verified account is cut off for arrears. Nobody else hears of it. */
  | { readonly kind: 'arrears' }
);

/** An open ticket that a report may be about. */
export interface OwnTicket {
  readonly id: string;
  readonly number: string;
  readonly place: string | null;
  readonly state: string;
  readonly createdAt: number;
}

/** What a fault report has gathered. */
export interface FaultValues {
  /** `class` is the one that the customer's words name. */
  readonly facts: FaultFacts;
  readonly signs: Signs;
  /** The customer's words, message by message. */
  readonly said: readonly string[];
  readonly place: string | null;
  readonly position: { readonly lat: number; readonly lon: number } | null;
  /** The place was asked for in vain: a person has to find out. */
  readonly placeless: boolean;
  readonly since: string | null;
  readonly phone: string | null;
  /** Content URLs. */
  readonly photos: readonly string[];
  /** Whether there is danger, as far as it was asked; `passed` where the customer went on to something else. */
  readonly danger: IntakeKnown['danger'];
  readonly hurt: IntakeKnown['hurt'];
  /** How many questions were put, repeats counted; steps of a self-check apart. */
  readonly put: number;
  /** Fields that the customer passes over. */
  readonly skipped: readonly string[];
  /** What the last message told, to be acknowledged with the next question. */
  readonly news: { readonly of: string; readonly codes: readonly string[] };
  /** Where the verified account is supplied: offered as the place. */
  readonly home: string | null;
  /** What was found for the place; null while nobody has looked. */
  readonly known: KnownHere | null;
  /** Whether the customer holds it for the cause. */
  readonly explains: 'unknown' | 'yes' | 'no';
  /** An open ticket of the customer's that this may be about. */
  readonly own: OwnTicket | null;
  readonly ownAnswer: 'not_looked' | 'unknown' | 'add' | 'chase' | 'cancel' | 'other';
  readonly check: SelfCheck | null;
  /** Supply has come back. */
  readonly back: boolean;
  /** The ticket, once it stands, and what stands in it: JSON of RecordedReport. */
  readonly ticket: { readonly id: string; readonly number: string; readonly recorded: string } | null;
}

export const NO_VALUES: FaultValues = {
  facts: NO_FACTS,
  signs: {},
  said: [],
  place: null,
  position: null,
  placeless: false,
  since: null,
  phone: null,
  photos: [],
  danger: 'unknown',
  hurt: 'unknown',
  put: 0,
  skipped: [],
  news: { of: '', codes: [] },
  home: null,
  known: null,
  explains: 'unknown',
  own: null,
  ownAnswer: 'not_looked',
  check: null,
  back: false,
  ticket: null,
};

export type FaultField = IntakeField;

/** What to ask next, or null where nothing is worth it any more. */
export function nextFaultField(values: FaultValues): FaultField | null {
  return isSettled(values) ? null : planIntake(intakeOf(values));
}

/**
 * Nothing is left to report: supply is back, what is known is the cause, or an own ticket was chased up or called off. Never
 * where somebody or something is in danger.
 */
export function isSettled({ back, known, explains, ownAnswer, facts }: FaultValues): boolean {
  if (facts.hazards.length > 0 || isEmergency({ facts })) return false;
  return (
    back ||
    (explains === 'yes' && known !== null && needsNoTicket(known)) ||
    ownAnswer === 'chase' ||
    ownAnswer === 'cancel'
  );
}

export function needsNoTicket({ kind }: KnownHere): boolean {
  return kind === 'planned' || kind === 'arrears';
}

/** A fault under repair is this one's cause too, unless the customer's own switch or lit neighbours speak against it. */
export function joinsIncident({ known, signs, explains }: FaultValues): boolean {
  if (known?.kind !== 'incident' || signs.neighbours === 'lit' || isTripped(signs)) return false;
  return explains === 'yes' || (known.sure && explains === 'unknown');
}

function isTripped({ breaker }: Signs): boolean {
  return breaker === 'tripped' || breaker === 'trips_again';
}

function intakeOf(values: FaultValues): IntakeKnown {
  const { facts, signs, danger, hurt, put, skipped, check } = values;
  return {
    facts,
    signs,
    danger,
    hurt,
    put,
    skipped,
    check,
    hasPlace: hasPlace(values),
    hasPhone: values.phone !== null,
    ownOpen: values.own !== null && values.ownAnswer === 'unknown',
    explained: explainedBy(values),
    ticketStands: values.ticket !== null,
  };
}

function explainedBy(values: FaultValues): IntakeKnown['explained'] {
  if (joinsIncident(values)) return 'joins';
  const { known, explains } = values;
  if (known === null || explains !== 'unknown') return 'no';
  return needsNoTicket(known) || (known.kind === 'incident' && !known.sure) ? 'asks' : 'no';
}

export function hasPlace(values: FaultValues): boolean {
  return values.place !== null || values.position !== null || values.placeless;
}

/** Something is known of what is wrong, or where: more than "report a fault". */
export function describesFault(values: FaultValues): boolean {
  return describesTrouble(values) || values.place !== null || values.position !== null || values.photos.length > 0;
}

export function beliefOf({ facts, signs }: FaultValues): ClassBelief {
  return believeClass({ facts, signs });
}

/** The facts with the class that is believed: what is graded and stands on the ticket. */
export function believedFacts(values: FaultValues): FaultFacts {
  return { ...values.facts, class: beliefOf(values).class };
}

export function withDanger(facts: FaultFacts, danger: string): FaultFacts {
  return mergeFacts(facts, {
    ...NO_FACTS,
    hazards: HAZARDS.filter((hazard) => hazard === danger),
    people: PEOPLE_AT_RISK.filter((person) => person === danger),
  });
}

export function withScope(facts: FaultFacts, scope: string): FaultFacts {
  return { ...facts, scope: SCOPES.find((one) => one === scope) ?? facts.scope };
}
