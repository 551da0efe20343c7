import type { RatingTerms } from '../../domain/ratings/rating-terms.ts';
import { FollowUpRepository } from '../../store/repositories/follow-up-repository.ts';
import { RatingRepository } from '../../store/repositories/rating-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What ratings are read and followed up with. */
export interface RatingParts extends Pick<DeskParts, 'database' | 'nerve' | 'now' | 'newId'> {
  readonly repositories: Pick<DeskParts['repositories'], 'audit' | 'staff'>;
  readonly ratings: RatingRepository;
  readonly followUps: FollowUpRepository;
  readonly terms: RatingTerms;
  readonly timeZone: string;
}

export function openRatingParts(
  {
    database,
    nerve,
    now,
    newId,
    repositories,
  }: Pick<DeskParts, 'database' | 'nerve' | 'now' | 'newId' | 'repositories'>,
  settled: Pick<RatingParts, 'terms' | 'timeZone'>,
): RatingParts {
  const stores = { ratings: new RatingRepository(database), followUps: new FollowUpRepository(database) };
  return { database, nerve, now, newId, repositories, ...stores, ...settled };
}
