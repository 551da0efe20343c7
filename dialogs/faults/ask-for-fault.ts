import type { CheckStep } from '../../domain/faults/intake/self-check.ts';
import { SIGNS } from '../../domain/faults/intake/signs.ts';
import type { Offer } from '../offer.ts';
import { shortTime } from '../short-time.ts';
import type { Answer, Turn } from '../turn.ts';
import { checkStepOf } from './check-answer.ts';
import { isEmergency } from './emergency.ts';
import type { FaultField, FaultValues } from './fault-values.ts';
import { isSign } from './signs-in.ts';

/** The words that ask for a field, after a word on what the last message told. */
export function askForFault(
  turn: Turn,
  values: FaultValues,
  { field, again }: { field: string; again: boolean },
): Answer {
  const asked = field as FaultField;
  const heard = again || values.news.of !== turn.heard.text ? [] : acknowledged(turn, values);
  const text = [...heard, questionFor(turn, values, { field: asked, again })].join('\n');
  return { text, offers: offersFor(turn, values, asked) };
}

function acknowledged({ words }: Turn, { news }: FaultValues): string[] {
  const { signs, notes } = words.fault.heard;
  const told = news.codes.map((code) => signs[code]).filter((said) => said !== undefined);
  const noted = news.codes.map((code) => notes[code]).filter((said) => said !== undefined);
  return [...noted, ...(told.length > 0 ? [words.fault.heard.said(told)] : [])];
}

function questionFor(turn: Turn, values: FaultValues, { field, again }: { field: FaultField; again: boolean }): string {
  const { fault } = turn.words;
  const { ask } = fault;
  const step = checkStepOf(field);
  if (step === 'offer' && !again && values.signs.breaker === 'trips_again') return fault.check.offerOnce;
  if (step) return again ? fault.check.again[step] : fault.check.ask[step];
  if (isSign(field)) return again ? fault.signs[field].again : fault.signs[field].ask;
  switch (field) {
    case 'own':
      return again ? fault.own.again : ownWords(turn, values);
    case 'explained':
      return fault.askExplained[values.known?.kind ?? 'nothing'] ?? fault.askExplained.planned ?? '';
    case 'dangerKind':
      return ask.dangerKind;
    case 'place':
      return again ? ask.placeAgain : isEmergency(values) ? ask.placeUrgent : ask.place;
    case 'danger':
      return again ? ask.dangerAgain : ask.danger;
    case 'what':
      return again ? ask.whatAgain : ask.what;
    case 'hurt':
      return again ? ask.hurtAgain : ask.hurt;
    case 'phone':
      return again ? ask.phoneAgain : ask.phone;
    default:
      return ask.what;
  }
}

function ownWords({ words, services }: Turn, { own }: FaultValues): string {
  if (!own) return words.fault.own.again;
  return words.fault.own.ask({
    time: shortTime(own.createdAt, services.profile.timeZone),
    number: own.number,
    place: own.place,
    state: words.ticket.states[own.state] ?? own.state,
  });
}

function offersFor(turn: Turn, { home }: FaultValues, field: FaultField): Offer[] {
  const { fault, common } = turn.words;
  const value = (label: string, chosen: string): Offer => ({ label, meaning: { kind: 'value', field, value: chosen } });
  const step = checkStepOf(field);
  if (step) return CHECK_CHOICES[step].map((answer) => value(fault.check.offers[step][answer] ?? answer, answer));
  switch (field) {
    case 'own':
      return Object.entries(fault.own.offers).map(([answer, label]) => value(label, answer));
    case 'danger':
      return [value(fault.offers.noDanger, 'none'), value(fault.offers.someDanger, 'some')];
    case 'dangerKind':
      return Object.entries(fault.dangers).map(([danger, label]) => value(label, danger));
    case 'hurt':
      return [value(fault.offers.nobodyHurt, 'no'), value(fault.offers.somebodyHurt, 'yes')];
    case 'place':
      return home === null ? [] : [value(home, home)];
    case 'explained':
      return [value(fault.offers.explains, 'yes'), value(fault.offers.otherCause, 'no')];
    case 'neighbours':
      return Object.entries(fault.scopes).map(([scope, label]) => value(label, scope));
    case 'extent':
    case 'breaker':
    case 'meter':
      return [...SIGNS[field], 'unknown'].map((shown) =>
        value(shown === 'unknown' ? common.unknown : (fault.signs[field].offers[shown] ?? shown), shown),
      );
    case 'phone':
      return [value(common.skip, 'skip')];
    default:
      return [];
  }
}

const CHECK_CHOICES: Readonly<Record<CheckStep, readonly ('yes' | 'no' | 'stop')[]>> = {
  offer: ['yes', 'no'],
  look: ['yes', 'no', 'stop'],
  reset: ['yes', 'no', 'stop'],
  circuits: ['no', 'yes', 'stop'],
  back: ['yes', 'no'],
};
