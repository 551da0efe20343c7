import type { IntakeField } from '../../domain/faults/intake/plan-intake.ts';
import { SIGN_NAMES } from '../../domain/faults/intake/signs.ts';
import { type BotWords, botWords } from '../../strings/bot/bot-words.ts';

/** A question of the bot, as a customer reads it. */
export interface Question {
  readonly field: IntakeField;
  /** Asked before, and not answered. */
  readonly again: boolean;
  /** In which words it was put. */
  readonly words: BotWords;
}

type Known = Question & { readonly ending: string };

/** Makes what reads the question that a message of the bot ends with; null where it ends with none. */
export function createQuestionReader(): (text: string) => Question | null {
  const known = (['zh-Hans', 'en'] as const).flatMap((language) => questionsIn(botWords(language)));
  return (text) => known.find(({ ending }) => text.endsWith(ending)) ?? null;
}

function questionsIn(words: BotWords): Known[] {
  const { ask, signs, check, own, askExplained } = words.fault;
  const asked = (field: IntakeField, ending: string): Known => ({ field, again: false, words, ending });
  const again = (field: IntakeField, ending: string): Known => ({ field, again: true, words, ending });
  const steps = ['offer', 'look', 'reset', 'circuits', 'back'] as const;
  return [
    asked('danger', ask.danger),
    again('danger', ask.dangerAgain),
    asked('dangerKind', ask.dangerKind),
    asked('what', ask.what),
    again('what', ask.whatAgain),
    asked('place', ask.place),
    asked('place', ask.placeUrgent),
    again('place', ask.placeAgain),
    asked('hurt', ask.hurt),
    again('hurt', ask.hurtAgain),
    asked('phone', ask.phone),
    again('phone', ask.phoneAgain),
    ...SIGN_NAMES.flatMap((sign) => [asked(sign, signs[sign].ask), again(sign, signs[sign].again)]),
    asked('check.offer', check.offerOnce),
    ...steps.flatMap((step) => [asked(`check.${step}`, check.ask[step]), again(`check.${step}`, check.again[step])]),
    ...Object.values(askExplained).map((ending) => asked('explained', ending)),
    asked('own', afterState(own.ask)),
    again('own', own.again),
  ];
}

/** The question itself, after what is said of the ticket. */
function afterState(ask: BotWords['fault']['own']['ask']): string {
  const state = '\u0000';
  return ask({ time: '', number: '', place: null, state }).split(state)[1] ?? '';
}

/** Whether a message tells that nothing needs to be registered: supply is back, or comes back by itself. */
export function isSettled(text: string): boolean {
  return SETTLED.some((words) => text.endsWith(words));
}

const SETTLED = [botWords('zh-Hans'), botWords('en')].flatMap(({ fault }) => [
  fault.back,
  fault.plannedNoted,
  fault.arrearsNext,
  fault.check.restored,
  fault.check.restoredButOne,
]);

/** The number of the ticket that a message says is registered; null where it says nothing of the kind. */
export function ticketIn(text: string): string | null {
  return /(?:工单号 |ticket number is )(\d{12})/u.exec(text)?.[1] ?? null;
}
