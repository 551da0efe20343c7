import type { LandmarkKind } from '../../domain/places/place-kinds.ts';
import type { Words } from '../../domain/utility-profile.ts';

/** What people name to say where they are. */
export interface KnownLandmark {
  readonly id: string;
  readonly name: Words;
  readonly kind: LandmarkKind;
  readonly townCode: string;
  readonly lat: number;
  readonly lon: number;
}

export interface Landmarks {
  /** Those that words name, best first, however they are spelt; `score` is 1 where the name itself was said. */
  named(words: string): Promise<readonly (KnownLandmark & { readonly score: number })[]>;
  /** All of a kind in a town. */
  ofKind(kind: LandmarkKind, townCode: string): Promise<readonly KnownLandmark[]>;
  byId(id: string): Promise<KnownLandmark | null>;
}
