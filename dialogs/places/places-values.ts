import type { PlaceService } from '../../domain/places/place-kinds.ts';
import type { LandmarkAsked, PlaceGiven } from './place-given.ts';

/** What is gathered of where somebody wants to pay. */
export interface PlacesValues {
  readonly place: PlaceGiven | null;
  /** The customer's words on when they want to go, judged where the clock is known. */
  readonly said: readonly string[];
  readonly services: readonly PlaceService[];
  /** A landmark by its kind, or several by one name, between which it is still to be chosen. */
  readonly landmark: LandmarkAsked | null;
  /** Near their own home, whoever they are. */
  readonly home: boolean;
  /** What was just said answers the question where. */
  readonly answered: boolean;
  /** The place was asked for in vain. */
  readonly unplaced: boolean;
  /** They would rather not say it. */
  readonly refused: boolean;
}
