import type { RepairWord } from '../spelling/repair-word.ts';
import type { Hit, TermMatcher } from './term-matcher.ts';

const LATIN_WORD = /[a-z]{4,}/g;
const WORDS_READ = 200;

/** Finds terms of one word through a slip of the keyboard: "saprks", "smok". */
export function createMisspeltFinder(matcher: TermMatcher, repair: RepairWord): (text: string) => Hit[] {
  const conceptsOf = new Map<string, readonly string[]>();
  const conceptsIn = (word: string): readonly string[] => {
    const known = conceptsOf.get(word);
    if (known !== undefined) return known;
    const concepts = matcher.hitsIn(word).filter((hit) => hit.start === 0 && hit.end === word.length);
    const names = concepts.map((hit) => hit.concept);
    conceptsOf.set(word, names);
    return names;
  };
  return (text) => {
    const hits: Hit[] = [];
    let read = 0;
    for (const match of text.matchAll(LATIN_WORD)) {
      read += 1;
      if (read > WORDS_READ) break;
      const meant = repair(match[0]);
      if (meant === undefined) continue;
      const start = match.index;
      for (const concept of conceptsIn(meant)) hits.push({ concept, start, end: start + match[0].length });
    }
    return hits;
  };
}
