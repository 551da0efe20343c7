import type { PlaceService } from '../../domain/places/place-kinds.ts';
import type { PlaceGiven } from './place-given.ts';

/** Where places were asked for, what for, and the words that may tell when. */
export interface LastPlaces {
  readonly place: PlaceGiven;
  readonly services: readonly PlaceService[];
  readonly said: readonly string[];
}
