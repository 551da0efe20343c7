import type { DeskWords } from '../../../strings/desk/zh-hans.ts';
import type { AnswerList } from '../../protocol/desk/content.ts';
import { codeWord } from '../words/code-words.ts';

export type Answer = AnswerList['answers'][number];

export interface AnswerFilter {
  readonly search: string;
  readonly onlyEdited: boolean;
}

/** Names an answer: its intent and language. */
export function answerKey({ intent, language }: Pick<Answer, 'intent' | 'language'>): string {
  return `${intent}/${language}`;
}

export function filterAnswers(words: DeskWords, answers: readonly Answer[], filter: AnswerFilter): Answer[] {
  const wanted = filter.search.trim().toLowerCase();
  return answers.filter((answer) => {
    if (filter.onlyEdited && answer.edited === null) return false;
    const text = `${codeWord(words.codes.intent, answer.intent)} ${answer.intent} ${answer.edited ?? answer.original}`;
    return wanted === '' || text.toLowerCase().includes(wanted);
  });
}
