import type { Language } from '../../domain/language.ts';
import type { NormalText } from '../normalise/normal-text.ts';
import { CANTONESE } from './cantonese-markers.ts';

/** Only the beginning is looked at: nobody changes language after it, and work stays bounded. */
const UNITS_READ = 600;
/** What people of every language type: it says nothing of theirs. */
const EVERYBODYS = new Set(
  'ok okay okey k hi hello hey bye yes no app wifi wechat vip sos pos lol em emm emmm hmm hmmm ha haha kv v w kw kwh ev'.split(
    ' ',
  ),
);
const ENGLISH_WORD = /[a-z]+(?:'[a-z]+)?/g;

/**
 * The language of a message: Chinese or English by the weight of their words, then Cantonese by its words and
 * traditional by its characters. Where the message does not tell, the language spoken so far holds.
 */
export function detectLanguage(normal: NormalText, spoken?: Language): Language {
  const beginning = normal.plain.slice(0, UNITS_READ);
  const words = beginning.match(ENGLISH_WORD) ?? [];
  if (normal.han === 0) {
    if (words.length === 0) return spoken ?? 'zh-Hans';
    return words.every((word) => EVERYBODYS.has(word)) ? (spoken ?? 'en') : 'en';
  }
  // Two Chinese characters carry about one English word: a place name does not make a sentence Chinese.
  if (words.length >= 3 && words.length * 2 > normal.han) return 'en';
  return chineseOf(normal, spoken);
}

function chineseOf(normal: NormalText, spoken: Language | undefined): Language {
  if (CANTONESE.test(normal.text.slice(0, UNITS_READ))) return 'yue';
  if (normal.traditional > normal.simplified) return 'zh-Hant';
  if (normal.simplified > 0 || spoken === undefined || spoken === 'en') return 'zh-Hans';
  return spoken;
}
