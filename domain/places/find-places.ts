import { indexPlaces, type Near } from './nearest.ts';
import { PLACE_SERVICES, type PlaceKind, type PlaceService } from './place-kinds.ts';
import type { Position } from './position.ts';

/** What of a place it is found by. */
export interface FindablePlace extends Position {
  readonly kind: PlaceKind;
  readonly services: readonly PlaceService[];
  /** Numbers the hours that it keeps, from 0: places with the same hours have the same number. */
  readonly hoursClass: number;
}

export interface PlaceQuery {
  readonly from: Position;
  readonly count: number;
  readonly withinMetres?: number;
  /** All of them. */
  readonly services?: readonly PlaceService[];
  /** One of them. */
  readonly kinds?: readonly PlaceKind[];
  /** By hours class, 1 where it is open; any where absent. */
  readonly open?: Uint8Array;
}

/** Nearest first. */
export type FindPlaces<P extends FindablePlace> = (query: PlaceQuery) => Near<P>[];

/** Makes many places findable by all that is asked for at once, without looking at those that lack it. */
export function findPlacesAmong<P extends FindablePlace>(places: readonly P[]): FindPlaces<P> {
  const index = indexPlaces(places, tagsOf);
  return ({ from, count, withinMetres, services = [], kinds, open }) => {
    const some = open === undefined ? EVERY_TAG : hoursTagsOf(open);
    if (some === 0) return [];
    const wanted = kinds && new Set(kinds);
    return index.nearest({
      from,
      count,
      all: services.reduce((tags, service) => tags | SERVICE_TAGS[service], 0),
      some,
      ...(withinMetres === undefined ? {} : { withinMetres }),
      // Hours share tags, and kinds have none: both are looked at here.
      accept: (place) => (open === undefined || open[place.hoursClass] === 1) && (wanted?.has(place.kind) ?? true),
    });
  };
}

const SERVICE_TAGS = Object.fromEntries(PLACE_SERVICES.map((service, bit) => [service, 1 << bit])) as Readonly<
  Record<PlaceService, number>
>;
const FIRST_HOURS_BIT = PLACE_SERVICES.length;
const HOURS_BITS = 32 - FIRST_HOURS_BIT;
const EVERY_TAG = -1;

function tagsOf({ services, hoursClass }: FindablePlace): number {
  return services.reduce((tags, service) => tags | SERVICE_TAGS[service], hoursTag(hoursClass));
}

function hoursTag(hoursClass: number): number {
  return 1 << (FIRST_HOURS_BIT + (hoursClass % HOURS_BITS));
}

function hoursTagsOf(open: Uint8Array): number {
  let tags = 0;
  for (let hoursClass = 0; hoursClass < open.length; hoursClass += 1) {
    if (open[hoursClass] === 1) tags |= hoursTag(hoursClass);
  }
  return tags;
}
