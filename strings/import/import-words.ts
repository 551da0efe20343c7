import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';

export type ImportWords = typeof zhHans;

/** What can be wrong with a line that is imported. */
export type ImportProblemCode = keyof ImportWords['problems'];

export const IMPORT_LANGUAGES = ['zh', 'en'] as const;
export type ImportLanguage = (typeof IMPORT_LANGUAGES)[number];

export function importWordsOf(language: ImportLanguage): ImportWords {
  return language === 'zh' ? zhHans : en;
}

export function isImportProblemCode(text: string): text is ImportProblemCode {
  return Object.hasOwn(zhHans.problems, text);
}
