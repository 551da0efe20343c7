import { distanceMetres, EARTH_RADIUS_METRES, type Position, radians } from './position.ts';
import { splitInTwo } from './split-in-two.ts';

export interface Near<P> {
  readonly place: P;
  readonly metres: number;
}

export interface NearestQuery<P> {
  readonly from: Position;
  /** How many at most. */
  readonly count: number;
  /** Leaves places out, for example closed ones. */
  readonly accept?: (place: P) => boolean;
  readonly withinMetres?: number;
  /** Tags of which a place must have every one. */
  readonly all?: number;
  /** Tags of which a place must have one at least. */
  readonly some?: number;
}

/** Finds the nearest of many places, nearest first; equal distances keep the order in which the places were given. */
export interface PlaceIndex<P> {
  nearest(query: NearestQuery<P>): Near<P>[];
}

/**
 * A balanced k-d tree over the places' points on the unit sphere: exact everywhere, poles and date line included,
 * for a straight line through the earth grows with the way around it. Built once, queried often. `tagsOf` gives a place up
 * to 32 tags as bits: a query that asks for tags never enters a part of the tree in which no place has them.
 */
export function indexPlaces<P extends Position>(
  places: readonly P[],
  tagsOf: (place: P) => number = () => EVERY_TAG,
): PlaceIndex<P> {
  const tree: Tree<P> = {
    places,
    order: Uint32Array.from(places, (_, order) => order),
    points: pointsOf(places),
    tags: Int32Array.from(places, tagsOf),
    below: new Int32Array(places.length),
  };
  arrange(tree, { from: 0, to: places.length, axis: 0 });
  return { nearest: (query) => search(tree, query) };
}

const EVERY_TAG = -1;

interface Tree<P> {
  readonly places: readonly P[];
  /** Places by their place in the tree: the middle of every range divides it along the range's axis. */
  readonly order: Uint32Array;
  /** Three coordinates a place, in the order in which the places were given; tags too. */
  readonly points: Float64Array;
  readonly tags: Int32Array;
  /** By place in the tree, all tags within the range that it divides. */
  readonly below: Int32Array;
}

type Axis = 0 | 1 | 2;

interface Range {
  readonly from: number;
  readonly to: number;
  readonly axis: Axis;
}

interface Candidate {
  /** Of the place, in the order in which the places were given. */
  readonly at: number;
  /** Square of the straight line, in earth radii. */
  readonly square: number;
}

const NEXT_AXIS = [1, 2, 0] as const;

/** Gives back the tags within the range. */
function arrange<P>(tree: Tree<P>, { from, to, axis }: Range): number {
  if (from >= to) return 0;
  const middle = (from + to) >> 1;
  const { order, points } = tree;
  splitInTwo(order, { from, to, at: middle, valueAt: (at) => points[at * 3 + axis] ?? 0 });
  const next = NEXT_AXIS[axis];
  const own = tree.tags[order[middle] ?? 0] ?? 0;
  const tags =
    own | arrange(tree, { from, to: middle, axis: next }) | arrange(tree, { from: middle + 1, to, axis: next });
  tree.below[middle] = tags;
  return tags;
}

function search<P extends Position>(tree: Tree<P>, query: NearestQuery<P>): Near<P>[] {
  const { places, order, points, tags, below } = tree;
  const { all = 0, some = EVERY_TAG, accept, count } = query;
  const target = pointsOf([query.from]);
  const found: Candidate[] = [];
  const reach = squareOf(query.withinMetres ?? Number.POSITIVE_INFINITY);
  const suits = (given: number) => (given & all) === all && (given & some) !== 0;

  const visit = (from: number, to: number, axis: Axis): void => {
    if (from >= to) return;
    const middle = (from + to) >> 1;
    if (!suits(below[middle] ?? 0)) return;
    const at = order[middle] ?? 0;
    const place = places[at];
    if (place !== undefined && suits(tags[at] ?? 0)) {
      const square = squareBetween(target, points, at * 3);
      if (square <= worstOf(found, count, reach) && (accept?.(place) ?? true)) keep(found, { at, square }, count);
    }
    const beyond = (target[axis] ?? 0) - (points[at * 3 + axis] ?? 0);
    const next = NEXT_AXIS[axis];
    if (beyond < 0) visit(from, middle, next);
    else visit(middle + 1, to, next);
    if (beyond * beyond > worstOf(found, count, reach)) return;
    if (beyond < 0) visit(middle + 1, to, next);
    else visit(from, middle, next);
  };

  if (count > 0) visit(0, places.length, 0);
  return found.flatMap(({ at }) => {
    const place = places[at];
    return place === undefined ? [] : [{ place, metres: distanceMetres(query.from, place) }];
  });
}

function worstOf(found: readonly Candidate[], count: number, reach: number): number {
  return found.length < count ? reach : (found[found.length - 1]?.square ?? reach);
}

function keep(found: Candidate[], candidate: Candidate, count: number): void {
  let at = found.length;
  while (at > 0 && comesBefore(candidate, found[at - 1])) at -= 1;
  if (at >= count) return;
  found.splice(at, 0, candidate);
  found.length = Math.min(found.length, count);
}

function comesBefore(a: Candidate, b: Candidate | undefined): boolean {
  if (b === undefined) return false;
  return a.square < b.square || (a.square === b.square && a.at < b.at);
}

function pointsOf(places: readonly Position[]): Float64Array {
  const points = new Float64Array(places.length * 3);
  places.forEach(({ lat, lon }, at) => {
    const cosLat = Math.cos(radians(lat));
    points[at * 3] = cosLat * Math.cos(radians(lon));
    points[at * 3 + 1] = cosLat * Math.sin(radians(lon));
    points[at * 3 + 2] = Math.sin(radians(lat));
  });
  return points;
}

function squareBetween(a: Float64Array, points: Float64Array, from: number): number {
  const x = (a[0] ?? 0) - (points[from] ?? 0);
  const y = (a[1] ?? 0) - (points[from + 1] ?? 0);
  const z = (a[2] ?? 0) - (points[from + 2] ?? 0);
  return x * x + y * y + z * z;
}

/** The straight line's square for a way around the earth. */
function squareOf(metres: number): number {
  if (metres >= Math.PI * EARTH_RADIUS_METRES) return Number.POSITIVE_INFINITY;
  return (2 * Math.sin(metres / (2 * EARTH_RADIUS_METRES))) ** 2;
}
