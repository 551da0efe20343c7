import { Jieba } from '@node-rs/jieba';
import { dict } from '@node-rs/jieba/dict.js';
import { RegexpTokenizer } from 'natural/lib/natural/tokenizers/regexp_tokenizer.js';
import { createWordRepair, type RepairWord } from '../spelling/repair-word.ts';
import { createStemmer } from './create-stemmer.ts';
import { DOMAIN_WORDS } from './domain-words.ts';

/** Words in order: Chinese as jieba cuts them, English as stems, numbers by their length only. */
export type Tokenise = (text: string) => readonly string[];

const HAN = /\p{Script=Han}/u;
const ENGLISH = /[a-z]+(?:'[a-z]+)?|\d+(?:[.,:/-]\d+)*|[?!]|\p{Extended_Pictographic}/gu;
const LATIN = /^[a-z']+$/;
const NUMBER = /^\d/;
const MEANINGLESS = /^[\s.,;:。、"'()\-_~《》【】…·]+$/;
/** Above the dictionary's most frequent words, so that jieba keeps these whole. */
const DOMAIN_FREQUENCY = 20_000;

/** Takes normalised text (lower case, simplified). Loading jieba's dictionary costs about 0.2 s and 50 MB, once. */
export function createTokeniser(repair: RepairWord = createWordRepair()): Tokenise {
  const jieba = Jieba.withDict(dict);
  jieba.loadDict(Buffer.from(DOMAIN_WORDS.map((word) => `${word} ${DOMAIN_FREQUENCY} n`).join('\n')));
  const english = new RegexpTokenizer({ pattern: ENGLISH, gaps: false });
  const stem = createStemmer(repair);

  const tokenOf = (word: string): string => {
    if (NUMBER.test(word)) return numberToken(word);
    return LATIN.test(word) ? stem(word) : word;
  };
  return (text) => {
    const whole = expandContractions(text);
    const words = HAN.test(whole) ? jieba.cut(whole, true) : (english.tokenize(whole) ?? []);
    return words.filter((word) => !MEANINGLESS.test(word)).map(tokenOf);
  };
}

/** "can't" and "cant" are "can not": negation stays visible to the stemmer's words. */
function expandContractions(text: string): string {
  if (!text.includes("n't")) return text;
  return text.replace(/can't/g, 'can not').replace(/won't/g, 'will not').replace(/n't/g, ' not');
}

function numberToken(word: string): string {
  const digits = word.replace(/\D/g, '').length;
  return digits <= 4 ? `#${digits}` : digits <= 7 ? '#5' : digits <= 12 ? '#8' : '#13';
}
