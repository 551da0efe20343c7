import type { FaultFacts } from '../fault-facts.ts';
import { gradeFault } from '../severity.ts';
import { believeClass } from './believe-class.ts';
import { bestAction, worthAsking } from './question-value.ts';
import type { CheckStep, SelfCheck } from './self-check.ts';
import { type Sign, type Signs, signsWith } from './signs.ts';

/** What a report can be asked for. */
export type IntakeField =
  | 'own'
  | 'danger'
  | 'dangerKind'
  | 'what'
  | 'place'
  | 'explained'
  | 'hurt'
  | Sign
  | `check.${CheckStep}`
  | 'phone';

/** What a report knows, as far as it bears on what is asked next. */
export interface IntakeKnown {
  readonly facts: FaultFacts;
  readonly signs: Signs;
  /** `passed`: asked for, and the customer went on to something else. */
  readonly danger: 'unknown' | 'some' | 'none' | 'passed';
  readonly hurt: 'unknown' | 'yes' | 'no';
  readonly hasPlace: boolean;
  readonly hasPhone: boolean;
  /** The customer has an open ticket that this may be about. */
  readonly ownOpen: boolean;
  /** What is known may be the cause: planned work or a disconnection, which need no ticket; a fault under repair, which this report joins. */
  readonly explained: 'no' | 'asks' | 'joins';
  readonly ticketStands: boolean;
  readonly check: SelfCheck | null;
  /** How many questions were put, repeats counted. */
  readonly put: number;
  readonly skipped: readonly string[];
}

/** Before the ticket of what is no emergency stands; the steps of a self-check, agreed to, don't count. */
export const MOST_QUESTIONS = 5;
/** From this probability on that a switch of the customer's own has tripped, a self-check is offered. */
const LIKELY_SWITCH = 0.4;

/**
 * What to ask next, or null where nothing is worth it any more. In an emergency where it is, and, once the ticket stands,
 * whether anybody is hurt; else only what changes what happens next, the most telling first. What was passed over is not
 * asked again.
 */
export function planIntake(known: IntakeKnown): IntakeField | null {
  if (gradeFault(known.facts).severity === 'P1') return first(known, emergency(known));
  if (known.ticketStands) return known.put < MOST_QUESTIONS ? first(known, afterTicket(known)) : null;
  if (known.check?.step && !inDanger(known)) return `check.${known.check.step}`;
  if (known.put < MOST_QUESTIONS) {
    const basic = first(known, basics(known));
    if (basic) return basic;
    const sign = signToAsk(known);
    if (sign) return sign;
  }
  if (offersCheck(known)) return 'check.offer';
  return known.put < MOST_QUESTIONS ? first(known, [['phone', known.hasPhone]]) : null;
}

type Wanted = readonly (readonly [IntakeField, boolean])[];

function first({ skipped }: IntakeKnown, wanted: Wanted): IntakeField | null {
  return wanted.find(([field, isKnown]) => !isKnown && !skipped.includes(field))?.[0] ?? null;
}

function emergency({ facts, hurt, hasPlace, hasPhone }: IntakeKnown): Wanted {
  return [
    ['place', hasPlace],
    ['hurt', hurt !== 'unknown' || facts.people.includes('injured')],
    ['phone', hasPhone],
  ];
}

function afterTicket({ hasPlace, hasPhone }: IntakeKnown): Wanted {
  return [
    ['place', hasPlace],
    ['phone', hasPhone],
  ];
}

function basics(known: IntakeKnown): Wanted {
  const { facts, danger, ownOpen, hasPlace, explained } = known;
  return [
    ['own', !ownOpen],
    ['danger', danger !== 'unknown' || facts.hazards.length > 0],
    ['dangerKind', danger !== 'some' || facts.hazards.length > 0],
    ['what', describesTrouble(known) || left(known) <= 1],
    ['explained', explained !== 'asks'],
    ['place', hasPlace],
  ];
}

/** Something is known of what is wrong: it is not only "report a fault". */
export function describesTrouble({ facts, signs }: Pick<IntakeKnown, 'facts' | 'signs'>): boolean {
  return (
    facts.no_power ||
    facts.class !== 'unknown' ||
    facts.hazards.length > 0 ||
    facts.scope !== 'unknown' ||
    Object.values(signs).some((shown) => shown !== 'unknown')
  );
}

/** The most telling sign, where it is worth its trouble and a question is left for the telephone. */
function signToAsk(known: IntakeKnown): Sign | null {
  // Where supply is there, what is dark tells nothing.
  if (known.explained === 'joins' || !known.facts.no_power) return null;
  const reserved = known.hasPhone || known.skipped.includes('phone') ? 0 : 1;
  if (left(known) <= reserved) return null;
  return worthAsking(known).find(({ sign }) => !known.skipped.includes(sign))?.sign ?? null;
}

/** A switch that has probably tripped can be put back sooner than any crew comes; not where danger was not ruled out. */
function offersCheck(known: IntakeKnown): boolean {
  if (known.check !== null || known.explained !== 'no' || inDanger(known) || !known.facts.no_power) return false;
  const { neighbours, breaker } = signsWith(known.signs, known.facts);
  if (breaker === 'on' || (neighbours !== 'lit' && breaker === undefined)) return false;
  const { links } = believeClass(known);
  return links.customer_switch >= LIKELY_SWITCH && bestAction(links).action === 'self_check';
}

/** Nobody is led to a switch, or on along it, where danger was told of. */
function inDanger({ danger, facts }: IntakeKnown): boolean {
  return danger === 'some' || facts.hazards.length > 0;
}

function left({ put }: IntakeKnown): number {
  return MOST_QUESTIONS - put;
}
