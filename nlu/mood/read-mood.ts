import type { Mood } from '../../domain/desk/mood.ts';
import { MOOD_WORDS } from './mood-words.ts';

/** A mood and the words that show it: `start` and `end` count UTF-16 units of the text. */
export interface ShownMood {
  readonly mood: Mood;
  readonly start: number;
  readonly end: number;
}

/**
 * The mood that a message shows in so many words; null where it shows none, which is the rule. What upsets goes before impatience, worry
 * and content: "thanks a lot, you liars" is no thanks. Meant for the person who takes over, never for
 * a decision about the customer.
 */
export function readMood(text: string): ShownMood | null {
  for (const { mood, words, unless } of MOOD_WORDS) {
    const found = words.exec(text);
    if (found !== null && unless?.test(text) !== true) {
      return { mood, start: found.index, end: found.index + found[0].length };
    }
  }
  return null;
}
