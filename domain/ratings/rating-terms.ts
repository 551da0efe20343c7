/** What a utility has settled about ratings. */
export interface RatingTerms {
  /** A score of so much or less is followed up by a supervisor. */
  readonly lowAtMost: number;
  /** Whether agents see which conversation a rating of theirs is of, and its words. */
  readonly namedToAgents: boolean;
}

/** Scores run from 1 to 5. */
export const SCORES = [1, 2, 3, 4, 5] as const;
export type Score = (typeof SCORES)[number];

/** So many stars and more are a customer content: the upper two of five, as customer-satisfaction scores are reckoned. */
export const CONTENT_FROM = 4;

export function isLow(score: number, { lowAtMost }: Pick<RatingTerms, 'lowAtMost'>): boolean {
  return score <= lowAtMost;
}
