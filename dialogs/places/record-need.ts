import type { LocalTime } from '../../domain/local-time.ts';
import { coarseCell } from '../../domain/places/coarse-cell.ts';
import type { Turn } from '../turn.ts';
import type { PlacesAsked } from './places-asked.ts';
import type { PlacesFound } from './search-places.ts';

const TOWN_DIGITS = 9;

/** Keeps where a place was lacking, when and for what; not who asked, nor just where they are. */
export function recordNeed(
  { work, now, services: { areas, placeNeeds } }: Turn,
  { place, from, services, at, found }: PlacesAsked & { at: LocalTime | null; found: PlacesFound },
): void {
  if (found.kind === 'found') return;
  const town =
    place.kind === 'landmark' ? place.townCode : place.kind === 'area' ? place.code : areas.around(from)?.code;
  const [nearest] = found.near;
  work.add(
    placeNeeds.add({
      id: work.newId(),
      at: now,
      reason: found.kind,
      given: place.kind,
      town_code: town?.slice(0, TOWN_DIGITS) ?? null,
      ...coarseCell(from),
      services: JSON.stringify(services),
      wanted_date: at?.date ?? null,
      wanted_minute: at?.minute ?? null,
      nearest_metres: nearest ? Math.round(nearest.metres / 100) * 100 : null,
    }),
  );
}
