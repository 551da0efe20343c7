import type { FloorTerms } from '../../domain/floor/floor-terms.ts';
import { FloorRepository } from '../../store/repositories/floor-repository.ts';
import type { DeskParts } from '../desk-parts.ts';

/** What supervisors look over the floor and step in with. */
export interface FloorParts extends DeskParts {
  readonly floor: FloorTerms;
  readonly floorStore: FloorRepository;
  /** Within which whoever waits or writes is to be answered. */
  readonly answerWithinSeconds: number;
}

export function openFloorParts(
  parts: DeskParts,
  settled: Pick<FloorParts, 'floor' | 'answerWithinSeconds'>,
): FloorParts {
  return { ...parts, floorStore: new FloorRepository(parts.database), ...settled };
}
