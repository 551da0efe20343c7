import { OFTEN_MISSPELT } from './often-misspelt.ts';

/** The word that was meant, or undefined where the word is none of the known slips. */
export type RepairWord = (word: string) => string | undefined;

const SUBSTITUTED_FROM = 7;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/**
 * Looks slips of the keyboard up in a table: two letters swapped, one left out or doubled; in longer words one wrong
 * or one too many as well. The table is made once, so that a word costs one look.
 */
export function createWordRepair(): RepairWord {
  const words = new Set(OFTEN_MISSPELT.words);
  const sound = new Set(OFTEN_MISSPELT.otherWords);
  const meant = new Map<string, string>();
  const ambiguous = new Set<string>();
  for (const word of words) {
    for (const slip of slipsOf(word)) {
      if (words.has(slip) || sound.has(slip)) continue;
      const other = meant.get(slip);
      if (other !== undefined && other !== word) ambiguous.add(slip);
      meant.set(slip, word);
    }
  }
  for (const slip of ambiguous) meant.delete(slip);
  return (word) => meant.get(word);
}

/** The first letter is nearly always right: it is kept. */
function slipsOf(word: string): Set<string> {
  const slips = new Set<string>();
  for (let at = 1; at < word.length; at += 1) {
    const before = word.slice(0, at);
    const letter = word.slice(at, at + 1);
    const after = word.slice(at + 1);
    slips.add(before + after);
    slips.add(before + letter + letter + after);
    if (after !== '') slips.add(before + after.slice(0, 1) + letter + after.slice(1));
    if (word.length < SUBSTITUTED_FROM) continue;
    for (const other of LETTERS) {
      slips.add(before + other + after);
      slips.add(before + other + letter + after);
    }
  }
  slips.delete(word);
  return slips;
}
