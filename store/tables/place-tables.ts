import type { LandmarkKind } from '../../domain/places/place-kinds.ts';

/** Rows of what surrounds the places to pay at: landmarks, and where a place was lacking. */
export interface LandmarkTable {
  id: string;
  name: string;
  name_en: string;
  /** JSON: what else people call it. */
  other_names: string;
  kind: LandmarkKind;
  town_code: string;
  lat: number;
  lon: number;
  /** Counts its changes. */
  version: number;
}

/** One row: counts every change of places and landmarks, so that each process sees that what it holds is old. */
export interface PlaceRevisionTable {
  id: string;
  revision: number;
}

/** A customer found no place; nothing says who. */
export interface PlaceNeedTable {
  id: string;
  at: number;
  /** Nothing near, nothing open then, nothing with what was wanted. */
  reason: 'none_near' | 'none_open' | 'no_service';
  /** How the place was given. */
  given: 'position' | 'area' | 'landmark' | 'account';
  /** Nine digits. */
  town_code: string | null;
  /** The middle of a cell of a hundredth of a degree. */
  lat: number;
  lon: number;
  /** JSON: what was wanted. */
  services: string;
  /** For when, in local time; null where nothing was said. */
  wanted_date: string | null;
  wanted_minute: number | null;
  nearest_metres: number | null;
}
