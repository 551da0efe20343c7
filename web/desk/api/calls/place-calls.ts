import type { z } from 'zod';
import {
  hoursMeaningSchema,
  type landmarkCreateSchema,
  type landmarkEditSchema,
  landmarkListSchema,
  type placeCreateSchema,
  type placeEditSchema,
  placeHistorySchema,
  placeImportAnswerSchema,
  type placeImportSchema,
  placeListSchema,
  placeNeedsSchema,
  townListSchema,
} from '../../../protocol/desk/place.ts';
import { type Calls, type DaysFilter, nothing, part, query } from './calls.ts';

export interface PlaceFilter {
  readonly words: string | null;
  readonly town: string | null;
  readonly service: string | null;
  readonly kind: string | null;
  /** Only those that are closed for a while. */
  readonly closed: boolean;
}

/** Places to pay, landmarks, and where they were lacking. */
export function placeCalls(calls: Calls) {
  return {
    placeTowns: () => calls.get('place-towns', townListSchema),
    places: ({ closed, ...filter }: PlaceFilter, cursor: string | null) =>
      calls.get(`places${query({ ...filter, closed: closed ? 'true' : null, cursor })}`, placeListSchema),
    placeHistory: (id: string) => calls.get(`places/${part(id)}/history`, placeHistorySchema),
    openingHours: (syntax: string) => calls.get(`opening-hours${query({ syntax })}`, hoursMeaningSchema),
    addPlace: (place: z.input<typeof placeCreateSchema>) => calls.post('places', place, nothing),
    editPlace: (id: string, place: z.input<typeof placeEditSchema>) => calls.put(`places/${part(id)}`, place, nothing),
    removePlace: (id: string, version: number) => calls.remove(`places/${part(id)}${query({ version })}`),
    importPlaces: (file: z.input<typeof placeImportSchema>) =>
      calls.post('places-import', file, placeImportAnswerSchema),
    landmarks: ({ words, town, kind }: PlaceFilter, cursor: string | null) =>
      calls.get(`landmarks${query({ words, town, kind, cursor })}`, landmarkListSchema),
    addLandmark: (landmark: z.input<typeof landmarkCreateSchema>) => calls.post('landmarks', landmark, nothing),
    editLandmark: (id: string, landmark: z.input<typeof landmarkEditSchema>) =>
      calls.put(`landmarks/${part(id)}`, landmark, nothing),
    removeLandmark: (id: string, version: number) => calls.remove(`landmarks/${part(id)}${query({ version })}`),
    placeNeeds: (days: DaysFilter) => calls.get(`place-needs${query({ ...days })}`, placeNeedsSchema),
  };
}

export function placeNeedsExportPath(days: DaysFilter): string {
  return `place-needs-export${query({ ...days })}`;
}
