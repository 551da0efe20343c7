import { type AnswerBook, fillPlaceholders } from '../../domain/answers.ts';

const PLACEHOLDERS = {
  'zh-Hans': new Map([
    ['hotline', '95598'],
    ['officeHours', '周一至周日'],
  ]),
  en: new Map([
    ['hotline', '95598'],
    ['officeHours', 'every day'],
  ]),
};

/** A book in which every answer is its own name and the number to call. */
export const SMALL_BOOK: AnswerBook = {
  original: (intent, language) => `${intent} ${language} {hotline}`,
  answer: (intent, language) => `${intent} ${language} 95598`,
  fill: (text, language) => fillPlaceholders(text, PLACEHOLDERS[language]),
  placeholders: (language) => PLACEHOLDERS[language],
};
