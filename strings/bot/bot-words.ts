import type { ReplyLanguage } from '../../domain/language.ts';
import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';

export type BotWords = typeof zhHans;

/** Traditional characters are made from the simplified words when they are said: see strings/traditional.ts. */
export function botWords(language: ReplyLanguage): BotWords {
  return language === 'en' ? en : zhHans;
}
