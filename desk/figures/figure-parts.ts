import type { ClockTerms } from '../../domain/tickets/clock-terms.ts';
import { FiguresRepository } from '../../store/repositories/figures-repository.ts';
import { RatingRepository } from '../../store/repositories/rating-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What a utility has settled about figures of service. */
export interface FigureSettings {
  readonly answerWithinSeconds: number;
  readonly repeatWithinDays: number;
}

export interface FigureParts extends Pick<DeskParts, 'now'> {
  readonly repositories: Pick<DeskParts['repositories'], 'staff'>;
  readonly figures: FiguresRepository;
  readonly ratings: RatingRepository;
  readonly standards: ClockTerms;
  readonly timeZone: string;
  readonly settings: FigureSettings;
}

export function openFigureParts(
  { database, now, repositories, standards }: Pick<DeskParts, 'database' | 'now' | 'repositories' | 'standards'>,
  settled: Pick<FigureParts, 'timeZone' | 'settings'>,
): FigureParts {
  const stores = { figures: new FiguresRepository(database), ratings: new RatingRepository(database) };
  return { now, repositories, standards, ...stores, ...settled };
}
