import porter from 'natural/lib/natural/stemmers/porter_stemmer.js';
import type { RepairWord } from '../spelling/repair-word.ts';

const WORDS_REMEMBERED = 20_000;

/** natural's Porter stemmer behind a bounded memory: stemming a word anew costs more than the rest of its reading. */
export function createStemmer(repair: RepairWord): (word: string) => string {
  const stems = new Map<string, string>();
  return (word) => {
    const known = stems.get(word);
    if (known !== undefined) return known;
    if (stems.size >= WORDS_REMEMBERED) stems.clear();
    const stem = word.length > 40 ? word.slice(0, 40) : porter.stem(repair(word) ?? word);
    stems.set(word, stem);
    return stem;
  };
}
