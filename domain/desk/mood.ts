/** How a customer feels, as their own words show it: what the hotline records beside the matter. */
export const MOODS = ['upset', 'impatient', 'worried', 'content'] as const;
export type Mood = (typeof MOODS)[number];

/** A mood is told for so many messages of the customer after the one that showed it. */
const HOLDS = 6;

export interface FeltMood {
  readonly mood: Mood;
  /** The message that showed it, and the words in it (UTF-16 units). */
  readonly seq: number;
  readonly start: number;
  readonly end: number;
  /** Messages since. */
  readonly since: number;
}

/**
 * The mood after another message: what it shows itself, or else what was shown before, until that has faded. What has upset them and
 * impatience are not thanked away by politeness at once: a content word only follows what has begun to fade.
 */
export function moodAfter(before: FeltMood | null, shown: Omit<FeltMood, 'since'> | null): FeltMood | null {
  const faded = before === null || before.since + 1 >= HOLDS;
  const heated = before !== null && !faded && (before.mood === 'upset' || before.mood === 'impatient');
  if (shown !== null && !(heated && shown.mood === 'content' && before.since === 0)) return { ...shown, since: 0 };
  return faded ? null : { ...before, since: before.since + 1 };
}
