import { en } from './en.ts';
import { zhHans } from './zh-hans.ts';

const WORDS: Readonly<Record<'zh-Hans' | 'en', Readonly<Record<string, string>>>> = { 'zh-Hans': zhHans, en };

/** Words for a refusal: by its code, else by its status. */
export function errorWords(language: 'zh-Hans' | 'en', code: string, status: number): string {
  const words = WORDS[language];
  return words[code] ?? words[`status_${status}`] ?? words[status < 500 ? 'status_400' : 'status_500'] ?? code;
}
