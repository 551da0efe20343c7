import type { PlaceService } from '../../domain/places/place-kinds.ts';
import type { Position } from '../../domain/places/position.ts';
import type { LandmarkAsked, PlaceGiven } from './place-given.ts';

/** Where somebody wants to pay, all of it known. */
export interface PlacesAsked {
  readonly place: PlaceGiven;
  readonly from: Position;
  /** The customer's words, oldest first. */
  readonly said: readonly string[];
  readonly services: readonly PlaceService[];
  readonly landmark: LandmarkAsked | null;
}
