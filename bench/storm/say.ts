import type { Caller } from './caller.ts';
import type { Question } from './read-question.ts';
import { accountWords, GREETING, HURT, NO, PLAINLY, TROUBLE, troubleAt, YES } from './words.ts';

/** A message of a customer. */
export interface Said {
  readonly text?: string;
  readonly position?: { readonly lat: number; readonly lon: number };
}

/** What a customer begins with. */
export function openingOf(caller: Caller): Said {
  const { language, opens, number } = caller;
  return opens === 'greets' ? { text: pick(GREETING[language], number) } : firstWords(caller);
}

/** That there is trouble, or danger, and perhaps where. */
export function firstWords(caller: Caller): Said {
  const { language, danger, opens, names, number, place, account } = caller;
  const trouble = danger?.when === 'first' ? danger.words : pick(TROUBLE[language], number);
  if (opens !== 'with_place') return { text: trouble };
  if (names === 'position') return { text: trouble, position: place };
  const where = names === 'account' ? accountWords(language, account) : place.words;
  return { text: troubleAt(language, trouble, where) };
}

/** Said where the bot did not make out what it is about. */
export function sayPlainly({ language, danger }: Caller): Said {
  return { text: danger?.words ?? PLAINLY[language] };
}

/** What a customer answers to a question that is put for the `times`th time, as far as it is true. What can be tapped is tapped. */
export function answerTo(caller: Caller, question: Question, times: number): Said {
  if (question.field !== 'place') return { text: wordsFor(caller, question) };
  const { names, place, language, account } = caller;
  if (names === 'position') return { position: place };
  // Who has only the number at hand looks for the address when asked again.
  return { text: names === 'account' && times === 1 ? accountWords(language, account) : place.words };
}

function wordsFor(caller: Caller, { field, words }: Question): string {
  const { language, danger, sees, phone, hurt, failed, number } = caller;
  const { fault, common } = words;
  if (field.startsWith('check.')) return checkAnswer(caller, field, words);
  switch (field) {
    case 'danger':
    case 'dangerKind':
      return danger?.words ?? (number % 2 === 0 ? fault.offers.noDanger : NO[language]);
    case 'what':
      return pick(TROUBLE[language], number + 1);
    case 'explained':
      return failed === null ? NO[language] : YES[language];
    case 'hurt':
      return hurt ? HURT[language] : fault.offers.nobodyHurt;
    case 'neighbours':
      return sees.neighbours === 'lit' ? fault.scopes.premises : fault.scopes[sees.neighbours];
    case 'extent':
    case 'breaker':
    case 'meter':
      return fault.signs[field].offers[sees[field]] ?? common.unknown;
    case 'own':
      return fault.own.offers.other;
    default:
      return phone;
  }
}

function checkAnswer({ sees, number }: Caller, field: string, { fault }: Question['words']): string {
  const { offers } = fault.check;
  const yes = {
    'check.offer': number % 3 !== 0,
    'check.look': sees.breaker !== 'on',
    'check.reset': sees.holds,
    'check.circuits': false,
    'check.back': true,
  }[field];
  const { yes: agree = '', no: refuse = '' } = offers[field.slice('check.'.length) as keyof typeof offers];
  return yes ? agree : refuse;
}

function pick(list: readonly [string, ...string[]], number: number): string {
  return list[number % list.length] ?? list[0];
}
