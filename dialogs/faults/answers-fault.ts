import { ACT } from '../../nlu/outcome.ts';
import { saysHurry } from '../../nlu/says-hurry.ts';
import { saysNoDanger } from '../../nlu/says-no.ts';
import type { Heard } from '../heard.ts';
import { checkAnswerIn, checkStepOf } from './check-answer.ts';
import { saysBack, signsIn } from './signs-in.ts';

/**
 * Whether a message is an answer to a report that is going on, whatever its words may sound like: a sign, a step done, a
 * picture, a position. Before there is a ticket, "when will you come?" asks for no ticket's progress either.
 */
export function answersFault(
  heard: Heard,
  { pending, hasTicket }: { pending: string | null; hasTicket: boolean },
): boolean {
  if (heard.attachments.length > 0 || heard.position !== null) return true;
  const step = checkStepOf(pending);
  if (step && checkAnswerIn(heard, step) !== null) return true;
  if (!hasTicket && asksWhen(heard)) return true;
  return Object.keys(signsIn(heard.text, pending)).length > 0 || saysBack(heard.text) || saysNoDanger(heard.text);
}

/** "When will somebody come?", "when is it back?" */
export function asksWhen({ understanding: { intent, confidence } }: Heard): boolean {
  return intent === 'ask_fault_status' && confidence >= ACT;
}

/** "Never mind, I leave it" to a step of the self-check stops the check, not the report. */
export function stopsCheck({ text }: Heard, pending: string | null): boolean {
  return checkStepOf(pending) !== null && !/报|報|report/iu.test(text);
}

/** "Nobody need come any more": whatever else the message says. */
const NO_NEED =
  /(?:不用|不必|不需要|唔使|唔駛|别|別)(?:再)?(?:派人|过来|過來|上门|上門|来|來|嚟|派|修)(?![电電])(?!.*(?:[吗嗎]|[?？]))|\b(?:no need|(?:don'?t|do not|needn'?t) (?:need|have)) (?:for (?:you|anyone|anybody) )?to (?:come|send)\b(?!.*\?)/iu;

/** Whether words call a report off, rather than only letting a matter be. */
export function callsOff({ text, understanding: { intent, confidence } }: Heard): boolean {
  if (NO_NEED.test(text.replaceAll('’', "'"))) return true;
  return (
    intent === 'cancel' && confidence >= ACT && /取消|撤|不修|不报|不報|cancel|withdraw|call (?:it )?off/iu.test(text)
  );
}

/** "Why is nobody here yet?" of a fault that was reported just before, where nothing else is heard in it. */
export function hurriesFault({ text, understanding: { intent, confidence } }: Heard): boolean {
  return saysHurry(text) && (confidence < ACT || intent === 'out_of_scope');
}

/** Whether a message that begins nothing new adds to the fault that was reported just before: a photo, its time, that supply is back. */
export function addsToFault({ attachments, text, understanding: { slots, confidence } }: Heard): boolean {
  if (attachments.length > 0 || saysBack(text)) return true;
  return confidence < ACT && (slots.since !== undefined || Object.keys(signsIn(text, null)).length > 0);
}
