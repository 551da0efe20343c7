import { CONTENT_FROM, SCORES } from './rating-terms.ts';
import { type Interval, wilsonInterval } from './wilson.ts';

export interface RatingTally {
  /** How many gave 1, 2, 3, 4 and 5. */
  readonly byScore: readonly number[];
  readonly rated: number;
  /** How many gave 4 or 5. */
  readonly content: number;
  /** Of all who rated; null where nobody has. */
  readonly share: number | null;
  /** Where the share would lie if everybody had been asked again and again: 95 %, by Wilson. */
  readonly interval: Interval | null;
}

/** Counts scores; others than 1 to 5 count for nothing. */
export function tallyRatings(scores: Iterable<number>): RatingTally {
  const byScore: number[] = SCORES.map(() => 0);
  for (const score of scores) {
    const before = byScore[score - 1];
    if (before !== undefined) byScore[score - 1] = before + 1;
  }
  const rated = byScore.reduce((sum, count) => sum + count, 0);
  const content = byScore.slice(CONTENT_FROM - 1).reduce((sum, count) => sum + count, 0);
  return {
    byScore,
    rated,
    content,
    share: rated === 0 ? null : content / rated,
    interval: wilsonInterval(content, rated),
  };
}

/** Tallies by whatever each rating belongs to. */
export function tallyRatingsBy<R extends { readonly score: number }>(
  ratings: readonly R[],
  keyOf: (rating: R) => string,
): ReadonlyMap<string, RatingTally> {
  const scores = new Map<string, number[]>();
  for (const rating of ratings) {
    const key = keyOf(rating);
    const known = scores.get(key);
    if (known) known.push(rating.score);
    else scores.set(key, [rating.score]);
  }
  return new Map([...scores].map(([key, of]) => [key, tallyRatings(of)]));
}
