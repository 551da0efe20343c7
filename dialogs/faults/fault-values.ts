import type { FaultFacts } from '../../domain/faults/fault-facts.ts';
import { HAZARDS, PEOPLE_AT_RISK, SCOPES } from '../../domain/faults/fault-facts.ts';
import { mergeFacts, NO_FACTS } from '../../domain/faults/merge-facts.ts';
import { gradeFault } from '../../domain/faults/severity.ts';
import { correctionIn } from '../../nlu/correction-in.ts';
import { saysNo, saysNoDanger } from '../../nlu/says-no.ts';
import { saysUnknown } from '../../nlu/says-unknown.ts';
import { soundsLikeTime } from '../../nlu/sounds-like-time.ts';
import type { Heard } from '../heard.ts';
import { correctedPlace } from './corrected-place.ts';

/** What a fault report has gathered. */
export interface FaultValues {
  readonly facts: FaultFacts;
  /** The customer's words, message by message. */
  readonly said: readonly string[];
  readonly place: string | null;
  readonly position: { readonly lat: number; readonly lon: number } | null;
  /** The place was asked for in vain: a person has to find out. */
  readonly placeless: boolean;
  readonly since: string | null;
  readonly phone: string | null;
  readonly photos: readonly string[];
  /** Whether there is danger, as far as it was asked. */
  readonly danger: 'unknown' | 'some' | 'none';
  readonly hurt: 'unknown' | 'yes' | 'no';
  /** Fields that the customer passes over. */
  readonly skipped: readonly string[];
  /** The ticket, once it stands, and what stands in it. */
  readonly ticket: { readonly id: string; readonly number: string; readonly recorded: string } | null;
}

export const NO_VALUES: FaultValues = {
  facts: NO_FACTS,
  said: [],
  place: null,
  position: null,
  placeless: false,
  since: null,
  phone: null,
  photos: [],
  danger: 'unknown',
  hurt: 'unknown',
  skipped: [],
  ticket: null,
};

export type FaultField = 'what' | 'danger' | 'dangerKind' | 'place' | 'hurt' | 'scope' | 'since' | 'phone';

/** What to ask next: for an emergency only where, and whether anybody is hurt, before the ticket stands; else at most five. */
export function nextFaultField(values: FaultValues): FaultField | null {
  const lacking = (field: FaultField, known: boolean) => !known && !values.skipped.includes(field);
  const emergency = gradeFault(values.facts).severity === 'P1';
  const order: readonly [FaultField, boolean][] = emergency
    ? [
        ['place', hasPlace(values)],
        ['hurt', values.hurt !== 'unknown' || values.facts.people.includes('injured')],
        ['phone', values.phone !== null],
      ]
    : [
        ['danger', values.danger !== 'unknown' || values.facts.hazards.length > 0],
        ['dangerKind', values.danger !== 'some' || values.facts.hazards.length > 0],
        ['what', describesTrouble(values)],
        ['place', hasPlace(values)],
        ['scope', !values.facts.no_power || values.facts.scope !== 'unknown'],
        ['since', values.since !== null],
        ['phone', values.phone !== null],
      ];
  return order.find(([field, known]) => lacking(field, known))?.[0] ?? null;
}

export function hasPlace(values: FaultValues): boolean {
  return values.place !== null || values.position !== null || values.placeless;
}

/** Something is known of what is wrong: it is not only "report a fault". */
function describesTrouble({ facts }: FaultValues): boolean {
  return facts.no_power || facts.class !== 'unknown' || facts.hazards.length > 0 || facts.scope !== 'unknown';
}

/** Takes in a message: every fact and slot it holds, then what it says to the question that was put. */
export function fillFault(values: FaultValues, heard: Heard, pending: string | null): FaultValues {
  const { understanding, position, attachments } = heard;
  const { slots } = understanding;
  const correction = correctionIn(heard.text);
  const open: FaultValues = {
    ...values,
    facts: mergeFacts(values.facts, factsSaid(heard, correction !== null)),
    danger: values.danger === 'unknown' && saysNoDanger(heard.text) ? 'none' : values.danger,
    said: heard.text && !heard.chosen ? [...values.said, heard.text] : values.said,
    place: correctedPlace(values.place, correction ?? slots.address ?? null),
    position: position ?? values.position,
    since: slots.since ?? values.since,
    phone: slots.phone ?? values.phone,
    photos: [...values.photos, ...attachments],
  };
  if (heard.chosen?.kind === 'value') return fillField(open, heard.chosen.field, heard.chosen.value);
  return pending ? answerTo(open, heard, pending) : open;
}

/** What a message says of the trouble. An address tells nothing of its extent: "Tangchun village, lane 3" is not the whole village. */
function factsSaid({ text, understanding: { fault, slots } }: Heard, isCorrection: boolean): FaultFacts {
  if (!fault) return NO_FACTS;
  if (!isCorrection && (slots.address ?? '').length < text.length * MOSTLY) return fault;
  const { hazards, people, site } = fault;
  return { ...NO_FACTS, hazards, people, site };
}

function fillField(values: FaultValues, field: string, value: string): FaultValues {
  if (value === 'skip') return { ...values, skipped: [...values.skipped, field] };
  const { facts } = values;
  switch (field) {
    case 'danger':
      return { ...values, danger: value === 'some' ? 'some' : 'none' };
    case 'dangerKind':
      return { ...values, danger: 'some', facts: withDanger(facts, value) };
    case 'hurt':
      return value === 'yes'
        ? { ...values, hurt: 'yes', facts: withDanger(facts, 'injured') }
        : { ...values, hurt: 'no' };
    case 'scope':
      return value === 'unknown'
        ? { ...values, skipped: [...values.skipped, 'scope'] }
        : { ...values, facts: { ...facts, scope: SCOPES.find((scope) => scope === value) ?? facts.scope } };
    case 'place':
      return { ...values, place: value };
    default:
      return values;
  }
}

function withDanger(facts: FaultFacts, danger: string): FaultFacts {
  return mergeFacts(facts, {
    ...NO_FACTS,
    hazards: HAZARDS.filter((hazard) => hazard === danger),
    people: PEOPLE_AT_RISK.filter((person) => person === danger),
  });
}

/** A message of which so much is an address is one. */
const MOSTLY = 0.6;
const LONGEST_PLACE = 80;
const LONGEST_TIME = 30;

/** A message as the answer to a question: "yes", "no", and free words where words were asked for. */
function answerTo(values: FaultValues, heard: Heard, pending: string): FaultValues {
  const { intent, confidence, slots, fault } = heard.understanding;
  const yes = intent === 'affirm';
  const no = intent === 'deny' || saysNo(heard.text);
  if (correctionIn(heard.text) !== null) return values;
  switch (pending) {
    case 'danger':
      if (fault && (fault.hazards.length > 0 || fault.people.length > 0)) return { ...values, danger: 'some' };
      return yes ? { ...values, danger: 'some' } : no ? { ...values, danger: 'none' } : values;
    case 'hurt':
      if (yes) return fillField(values, 'hurt', 'yes');
      return no ? fillField(values, 'hurt', 'no') : values;
    case 'scope':
      // "Is it only your home, or the neighbours too?" leaves yes and no open; words that say which were taken in already.
      return saysUnknown(heard.text) ? { ...values, skipped: [...values.skipped, 'scope'] } : values;
    case 'place':
      if (values.place !== null || heard.position) return values;
      if (saysUnknown(heard.text)) return { ...values, placeless: gradeFault(values.facts).severity === 'P1' };
      if (yes || no) return values;
      return isPlaceLike(heard.text, confidence, intent) ? { ...values, place: heard.text } : values;
    case 'since':
      if (no || saysUnknown(heard.text)) return { ...values, skipped: [...values.skipped, 'since'] };
      // A time that nobody knew to be one ("when the typhoon came") is kept in its own words.
      return values.since === null && soundsLikeTime(heard.text) && !slots.phone && heard.text.length <= LONGEST_TIME
        ? { ...values, since: heard.text }
        : values;
    case 'phone':
      return no || saysUnknown(heard.text) ? { ...values, skipped: [...values.skipped, 'phone'] } : values;
    case 'what':
      return heard.text.length > 3 && !yes && !no ? { ...values, skipped: [...values.skipped, 'what'] } : values;
    default:
      return values;
  }
}

/** Free words may name a place that no gazetteer has: taken where they are short and plainly not something else. */
function isPlaceLike(text: string, confidence: number, intent: string): boolean {
  const something = intent !== 'out_of_scope' && confidence >= 0.8 && !intent.startsWith('report_');
  return text.length >= 2 && text.length <= LONGEST_PLACE && !something && /[\p{L}\p{N}]/u.test(text);
}
