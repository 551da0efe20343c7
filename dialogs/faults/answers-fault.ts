import type { Heard } from '../heard.ts';
import { checkAnswerIn, checkStepOf } from './check-answer.ts';
import { saysBack, signsIn } from './signs-in.ts';

/** Whether a message is an answer to a report that is going on, whatever its words may sound like: a sign, a step done, a picture, a position. */
export function answersFault(heard: Heard, pending: string | null): boolean {
  if (heard.attachments.length > 0 || heard.position !== null) return true;
  const step = checkStepOf(pending);
  if (step && checkAnswerIn(heard, step) !== null) return true;
  return Object.keys(signsIn(heard.text, pending)).length > 0 || saysBack(heard.text);
}
