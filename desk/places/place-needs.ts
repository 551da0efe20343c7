import { addDays, localTimeOf, momentOf } from '../../domain/local-time.ts';
import type { PlaceNeed } from '../../store/repositories/place-need-repository.ts';
import type { PlaceNeeds } from '../../web/protocol/desk/place.ts';
import type { PlaceParts } from './place-parts.ts';

/** Local days, both included. */
export interface DaySpan {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** Where no days are given. */
const DAYS_SHOWN = 30;

const MOST_READ = 50_000;
const MOST_LISTED = 200;

/** Where customers found no place: by cell, the most often first, and the latest of them. */
export async function showPlaceNeeds(parts: PlaceParts, span: DaySpan): Promise<PlaceNeeds> {
  const needs = await needsWithin(parts, span);
  const cells = Map.groupBy(needs, ({ lat, lon }) => `${lat} ${lon}`);
  return {
    cells: [...cells.values()]
      .flatMap((inCell) => {
        const [first] = inCell;
        if (!first) return [];
        return [{ lat: first.lat, lon: first.lon, townCode: first.town_code, count: inCell.length }];
      })
      .sort((a, b) => b.count - a.count || a.lat - b.lat || a.lon - b.lon),
    needs: needs.slice(0, MOST_LISTED).map((need) => ({
      at: need.at,
      reason: need.reason,
      given: need.given,
      townCode: need.town_code,
      lat: need.lat,
      lon: need.lon,
      services: JSON.parse(need.services) as string[],
      wantedDate: need.wanted_date,
      wantedMinute: need.wanted_minute,
      nearestMetres: need.nearest_metres,
    })),
  };
}

export function needsWithin({ needs, timeZone, desk }: PlaceParts, span: DaySpan): Promise<PlaceNeed[]> {
  const to = span.to ?? localTimeOf(desk.now(), timeZone).date;
  const from = span.from ?? addDays(to, 1 - DAYS_SHOWN);
  const start = momentOf({ date: from, minute: 0 }, timeZone);
  const end = momentOf({ date: addDays(to, 1), minute: 0 }, timeZone);
  return needs.within(start, end, MOST_READ);
}
