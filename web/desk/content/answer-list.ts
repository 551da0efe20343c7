import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { AnswerList } from '../../protocol/desk/content.ts';
import { codeWord } from '../words/code-words.ts';
import { answerPieces, textOf, unknownNames } from './answer-pieces.ts';

export type Answer = AnswerList['answers'][number];

export interface AnswerFilter {
  readonly search: string;
  readonly onlyEdited: boolean;
}

/** An answer, and what the bot makes of it. */
export interface SpokenAnswer {
  readonly answer: Answer;
  /** As the customer reads it. */
  readonly spoken: string;
  /** False where it was edited and cannot be used: then customers read the profile's words. */
  readonly inEffect: boolean;
}

/** Names an answer: its intent and language. */
export function answerKey({ intent, language }: Pick<Answer, 'intent' | 'language'>): string {
  return `${intent}/${language}`;
}

export function spokenAnswers({ answers, placeholders }: AnswerList): SpokenAnswer[] {
  return answers.map((answer) => {
    const piecesOf = (written: string) => answerPieces(written, placeholders[answer.language]);
    const edited = answer.edited === null ? null : piecesOf(answer.edited);
    const inEffect = edited === null || unknownNames(edited).length === 0;
    return { answer, spoken: textOf(edited !== null && inEffect ? edited : piecesOf(answer.original)), inEffect };
  });
}

export function filterAnswers(
  words: DeskWords,
  answers: readonly SpokenAnswer[],
  filter: AnswerFilter,
): SpokenAnswer[] {
  const wanted = filter.search.trim().toLowerCase();
  return answers.filter(({ answer: { intent, edited }, spoken }) => {
    if (filter.onlyEdited && edited === null) return false;
    const text = `${codeWord(words.codes.intent, intent)} ${intent} ${spoken}`;
    return wanted === '' || text.toLowerCase().includes(wanted);
  });
}
