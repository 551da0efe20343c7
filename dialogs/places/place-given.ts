import type { LandmarkKind } from '../../domain/places/place-kinds.ts';
import type { Words } from '../../domain/utility-profile.ts';
import type { Where } from './where.ts';

/** Where the customer wants places near. */
export type PlaceGiven =
  | Where
  | {
      readonly kind: 'landmark';
      readonly name: Words;
      readonly lat: number;
      readonly lon: number;
      readonly townCode: string;
      /** The area that was named with it. */
      readonly within: PlaceGiven | null;
    };

export interface LandmarkAsked {
  /** Null where it was named. */
  readonly kind: LandmarkKind | null;
  /** Between which the customer has to choose. */
  readonly choices: readonly { readonly id: string; readonly name: Words }[];
  readonly choice: string | null;
  /** None of that kind is on record in the town: its own places are told, and that. */
  readonly missing: boolean;
}
