import { en } from './en.ts';
import { type ErrorWords, zhHans } from './zh-hans.ts';

/** Every code that may be answered. */
export type ErrorCode = keyof ErrorWords;

const WORDS: Readonly<Record<'zh-Hans' | 'en', ErrorWords>> = { 'zh-Hans': zhHans, en };

/** A refusal in words; `named` is what is wrong in the field at fault, for codes that name it. */
export function errorWords(language: 'zh-Hans' | 'en', code: ErrorCode, named: readonly string[] = []): string {
  const words = WORDS[language][code];
  if (typeof words === 'string') return words;
  return words(named.map((name) => `{${name}}`).join(language === 'en' ? ', ' : '、'));
}
