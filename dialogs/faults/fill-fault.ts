import { answerCheck, breakerAfter, isRestored, NEW_CHECK } from '../../domain/faults/intake/self-check.ts';
import { SIGN_NAMES, type Signs } from '../../domain/faults/intake/signs.ts';
import { mergeFacts } from '../../domain/faults/merge-facts.ts';
import { gradeFault } from '../../domain/faults/severity.ts';
import { asksQuestion } from '../../nlu/asks-question.ts';
import { correctionIn } from '../../nlu/correction-in.ts';
import { saysHurry } from '../../nlu/says-hurry.ts';
import { saysNo, saysNoDanger } from '../../nlu/says-no.ts';
import { saysUnknown } from '../../nlu/says-unknown.ts';
import type { Heard } from '../heard.ts';
import { asksWhen } from './answers-fault.ts';
import { checkAnswerIn, checkStepOf } from './check-answer.ts';
import { correctedPlace } from './corrected-place.ts';
import { isEmergency } from './emergency.ts';
import { factsSaid, isWide } from './facts-said.ts';
import { type FaultValues, withDanger, withScope } from './fault-values.ts';
import { isSign, saysBack, signsIn } from './signs-in.ts';

/** Takes in a message: every fact, sign and slot it holds, then what it says to the question that was put. */
export function fillFault(values: FaultValues, heard: Heard, pending: string | null): FaultValues {
  const counted = pending !== null && checkStepOf(pending) === null ? { ...values, put: values.put + 1 } : values;
  const open = withSaid(counted, heard, pending);
  const answered =
    heard.chosen?.kind === 'value'
      ? fillField(open, heard, { field: heard.chosen.field, value: heard.chosen.value })
      : pending
        ? answerTo(open, heard, pending)
        : open;
  const passed = pending === 'danger' && answered.danger === 'unknown' && tells(values, answered);
  const filled: FaultValues = passed ? { ...answered, danger: 'passed' } : answered;
  const codes = [...newsOf(values, filled), ...asideOf(values, filled, { heard, pending })];
  return { ...filled, news: { of: heard.text, codes } };
}

function withSaid(values: FaultValues, heard: Heard, pending: string | null): FaultValues {
  const { understanding, position, attachments, text } = heard;
  // What is chosen is no place, whatever its words may sound like.
  const slots = heard.chosen === null ? understanding.slots : {};
  const correction = correctionIn(text);
  const free = heard.chosen === null;
  const signs = free ? undisputed(signsIn(text, pending), heard) : {};
  const facts = mergeFacts(values.facts, factsSaid(heard, { isCorrection: correction !== null, pending, signs }));
  return withSigns(
    {
      ...values,
      facts,
      danger: values.danger === 'unknown' && saysNoDanger(text) ? 'none' : values.danger,
      said: text && free && !isStepDone(heard, pending) ? [...values.said, text] : values.said,
      place: correctedPlace(values.place, free ? (correction ?? addressIn(heard, pending)) : null),
      position: position ?? values.position,
      since: slots.since ?? values.since,
      phone: slots.phone ?? values.phone,
      photos: [...values.photos, ...attachments],
      back: free ? saysBack(text) || (values.back && !understanding.fault?.no_power) : values.back,
    },
    signs,
  );
}

/** "It holds" is no description of a fault. */
function isStepDone(heard: Heard, pending: string | null): boolean {
  const step = checkStepOf(pending);
  return step !== null && checkAnswerIn(heard, step) !== null && !heard.understanding.fault?.hazards.length;
}

/** "Half the house" names no place, nor do other words that answer what was asked of the supply. */
function addressIn({ understanding: { slots } }: Heard, pending: string | null): string | null {
  const { address } = slots;
  if (address === undefined || isSign(pending) || checkStepOf(pending) !== null) return null;
  return signsIn(address, null).extent === undefined ? address : null;
}

/** Where the message as a whole tells of a street that is dark, a pattern that hears of lit neighbours in it is not trusted. */
function undisputed(signs: Signs, { understanding: { fault } }: Heard): Signs {
  const { neighbours, ...others } = signs;
  const disputed = neighbours === 'lit' && fault?.no_power === true && isWide(fault.scope);
  return disputed ? others : signs;
}

/** Signs as they were last told; how far it is dark is kept as the scope, for the grade follows from it. */
function withSigns(values: FaultValues, told: Signs): FaultValues {
  const { neighbours: before, ...known } = values.signs;
  const { neighbours: now, ...more } = told;
  const signs = { ...known, ...more };
  const wide = isWide(values.facts.scope);
  if (now === undefined)
    return { ...values, signs: before === undefined || wide ? signs : { ...signs, neighbours: before } };
  if (now === 'unknown') return { ...values, signs: { ...signs, neighbours: now } };
  if (now !== 'lit') return { ...values, facts: wide ? values.facts : withScope(values.facts, now), signs };
  const facts = wide ? withScope(values.facts, 'premises') : values.facts;
  return { ...values, facts, signs: { ...signs, neighbours: now } };
}

interface Given {
  readonly field: string;
  readonly value: string;
}

function fillField(values: FaultValues, heard: Heard, { field, value }: Given): FaultValues {
  if (value === 'skip') return skipping(values, field);
  if (checkStepOf(field) !== null) return checked(values, heard, field);
  if (isSign(field)) return signFrom(values, field, value);
  switch (field) {
    case 'danger':
      return { ...values, danger: value === 'some' ? 'some' : 'none' };
    case 'dangerKind':
      return { ...values, danger: 'some', facts: withDanger(values.facts, value) };
    case 'hurt':
      return value === 'yes'
        ? { ...values, hurt: 'yes', facts: withDanger(values.facts, 'injured') }
        : { ...values, hurt: 'no' };
    case 'place':
      return { ...values, place: value };
    case 'explained':
      return { ...values, explains: value === 'yes' ? 'yes' : 'no' };
    case 'own':
      return { ...values, ownAnswer: OWN_ANSWERS.find((answer) => answer === value) ?? values.ownAnswer };
    default:
      return values;
  }
}

const OWN_ANSWERS = ['add', 'chase', 'cancel', 'other'] as const;

/** "Only my home" to whether the neighbours are dark tells that they are not. */
function signFrom(values: FaultValues, sign: keyof Signs, value: string): FaultValues {
  if (sign === 'neighbours' && value !== 'unknown') {
    const lit = value === 'premises' || value === 'part_of_premises';
    const scoped = { ...values, facts: withScope(values.facts, value) };
    return lit ? { ...scoped, signs: { ...values.signs, neighbours: 'lit' } } : withoutNeighbours(scoped);
  }
  return { ...values, signs: { ...values.signs, [sign]: value } };
}

function withoutNeighbours(values: FaultValues): FaultValues {
  const { neighbours: _, ...signs } = values.signs;
  return { ...values, signs };
}

function skipping(values: FaultValues, field: string): FaultValues {
  return { ...values, skipped: [...values.skipped, field] };
}

/** A step of the self-check: its answer may tell of the switch, or that supply is back. */
function checked(values: FaultValues, heard: Heard, field: string): FaultValues {
  const step = checkStepOf(field);
  const answer = step && checkAnswerIn(heard, step);
  if (!answer) return values;
  const before = { ...(values.check ?? NEW_CHECK), step };
  const check = answerCheck(before, answer, values.signs.breaker);
  const breaker = breakerAfter(check) ?? (step === 'look' && answer === 'yes' ? 'tripped' : values.signs.breaker);
  const signs = breaker === undefined ? values.signs : { ...values.signs, breaker };
  return { ...values, check, signs, back: isRestored(check) };
}

const LONGEST_PLACE = 80;
const DECLINES = /不想|不方便|唔方便|不留|\b(?:rather|prefer) not\b/iu;

/** A message as the answer to a question: "yes", "no", and free words where words were asked for. */
function answerTo(values: FaultValues, heard: Heard, pending: string): FaultValues {
  const { intent, slots, fault } = heard.understanding;
  const yes = intent === 'affirm';
  const no = intent === 'deny' || saysNo(heard.text);
  if (correctionIn(heard.text) !== null) return values;
  if (checkStepOf(pending) !== null) return checked(values, heard, pending);
  // "Is it only your home, or the neighbours too?" leaves yes and no open; words that say which were taken in already.
  if (isSign(pending)) return values;
  switch (pending) {
    case 'danger':
      if (fault && (fault.hazards.length > 0 || fault.people.length > 0)) return { ...values, danger: 'some' };
      if (saysUnknown(heard.text)) return { ...values, danger: 'passed' };
      return yes ? { ...values, danger: 'some' } : no ? { ...values, danger: 'none' } : values;
    case 'hurt':
      if (yes) return fillField(values, heard, { field: 'hurt', value: 'yes' });
      return no ? fillField(values, heard, { field: 'hurt', value: 'no' }) : values;
    case 'place':
      if (values.place !== null || heard.position) return values;
      if (saysUnknown(heard.text)) return { ...values, placeless: gradeFault(values.facts).severity === 'P1' };
      if (yes || no || values.back) return values;
      return isPlaceLike(heard) ? { ...values, place: heard.text } : values;
    case 'phone':
      if (saysNoDanger(heard.text)) return { ...values, hurt: values.hurt === 'unknown' ? 'no' : values.hurt };
      return no || saysUnknown(heard.text) || DECLINES.test(heard.text) ? skipping(values, 'phone') : values;
    case 'dangerKind':
      return saysUnknown(heard.text) ? skipping(values, 'dangerKind') : values;
    case 'what':
      return heard.text.length > 3 && !yes && !no && !slots.address ? skipping(values, 'what') : values;
    case 'explained':
      return yes || no ? { ...values, explains: yes ? 'yes' : 'no' } : values;
    case 'own':
      // Whoever is in danger is not chasing up: what was said goes into the ticket and raises its grade.
      if (isEmergency(values)) return { ...values, ownAnswer: 'add' };
      if (saysHurry(heard.text)) return { ...values, ownAnswer: 'chase' };
      return yes || no ? { ...values, ownAnswer: yes ? 'add' : 'other' } : values;
    default:
      return values;
  }
}

/** Free words may name a place that no gazetteer has: taken where they are short and plainly not something else. */
function isPlaceLike({ text, understanding: { intent, confidence, evidence } }: Heard): boolean {
  const something = intent !== 'out_of_scope' && confidence >= 0.8 && !intent.startsWith('report_');
  const facts = evidence.reduce((sum, { start, end }) => sum + end - start, 0) >= text.length * MOSTLY_FACTS;
  const sign = Object.keys(signsIn(text, null)).length > 0 || asksQuestion(text);
  return (
    text.length >= 2 && text.length <= LONGEST_PLACE && !something && !facts && !sign && /[\p{L}\p{N}]/u.test(text)
  );
}

/** "The whole building is dark" is no place: words that show facts make up so much of it. */
const MOSTLY_FACTS = 0.6;

/** Whether a message told anything of the report. */
export function tells(before: FaultValues, after: FaultValues): boolean {
  return (
    newsOf(before, after).length > 0 || TOLD.some((name) => before[name] !== after[name]) || describes(before, after)
  );
}

const TOLD = ['place', 'position', 'since', 'phone', 'back'] as const;

function describes({ facts: before }: FaultValues, { facts: after }: FaultValues): boolean {
  return before.no_power !== after.no_power || before.class !== after.class || before.scope !== after.scope;
}

/** What came instead of an answer, or beside it. */
function asideOf(
  before: FaultValues,
  after: FaultValues,
  { heard, pending }: { heard: Heard; pending: string | null },
): string[] {
  return [
    ...(after.phone !== before.phone && pending !== null && pending !== 'phone' ? ['phone'] : []),
    ...(pending !== null && asksWhen(heard) ? ['asks_when'] : []),
    ...(pending === 'phone' && saysNoDanger(heard.text) ? ['no_danger'] : []),
  ];
}

/** What is worth a word of acknowledgement: signs, a position, photos. */
function newsOf(before: FaultValues, after: FaultValues): string[] {
  const signs = SIGN_NAMES.flatMap((sign) => {
    const shown = after.signs[sign];
    if (after.check?.outcome && !before.check?.outcome) return [];
    return shown === undefined || shown === 'unknown' || shown === before.signs[sign] ? [] : [`${sign}.${shown}`];
  });
  return [
    ...(after.photos.length > before.photos.length ? ['photo'] : []),
    ...(after.position !== before.position ? ['position'] : []),
    ...signs,
    ...(after.check?.outcome && after.check.outcome !== before.check?.outcome ? [`check.${after.check.outcome}`] : []),
    ...(after.danger === 'passed' && before.danger !== 'passed' ? ['danger_passed'] : []),
  ];
}
