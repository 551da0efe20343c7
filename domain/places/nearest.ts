import { distanceMetres, EARTH_RADIUS_METRES, type Position, radians } from './position.ts';

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
}

/** Finds the nearest of many places, nearest first; equal distances keep the order in which the places were given. */
export interface PlaceIndex<P> {
  nearest(query: NearestQuery<P>): Near<P>[];
}

/**
 * A balanced k-d tree over the places' points on the unit sphere: exact everywhere, poles and date line included,
 * for a straight line through the earth grows with the way around it. Built once, queried often.
 */
export function indexPlaces<P extends Position>(places: readonly P[]): PlaceIndex<P> {
  const nodes = places.map((place, order) => ({ place, order, point: pointOf(place) }));
  arrange({ nodes, from: 0, to: nodes.length, axis: 0 });
  return { nearest: (query) => search(nodes, query) };
}

type Axis = 0 | 1 | 2;
type Point = readonly [number, number, number];

interface Node<P> {
  readonly place: P;
  readonly order: number;
  readonly point: Point;
}

interface Candidate<P> {
  readonly node: Node<P>;
  /** Square of the straight line, in earth radii. */
  readonly square: number;
}

const NEXT_AXIS = [1, 2, 0] as const;

/** Orders nodes so that the middle of every range divides it along the range's axis. */
function arrange<P>({ nodes, from, to, axis }: { nodes: Node<P>[]; from: number; to: number; axis: Axis }): void {
  if (to - from < 2) return;
  const sorted = nodes.slice(from, to).sort((a, b) => a.point[axis] - b.point[axis]);
  sorted.forEach((node, index) => {
    nodes[from + index] = node;
  });
  const middle = (from + to) >> 1;
  arrange({ nodes, from, to: middle, axis: NEXT_AXIS[axis] });
  arrange({ nodes, from: middle + 1, to, axis: NEXT_AXIS[axis] });
}

function search<P extends Position>(nodes: readonly Node<P>[], query: NearestQuery<P>): Near<P>[] {
  const target = pointOf(query.from);
  const found: Candidate<P>[] = [];
  const reach = squareOf(query.withinMetres ?? Number.POSITIVE_INFINITY);

  const visit = (from: number, to: number, axis: Axis): void => {
    const middle = (from + to) >> 1;
    const node = nodes[middle];
    if (from >= to || node === undefined) return;
    const square = squareBetween(target, node.point);
    if (square <= reach && (query.accept?.(node.place) ?? true)) keep(found, { node, square }, query.count);
    const beyond = target[axis] - node.point[axis];
    const next = NEXT_AXIS[axis];
    const [near, far] = beyond < 0 ? ([from, middle] as const) : ([middle + 1, to] as const);
    visit(near, far, next);
    const worst = found.length < query.count ? reach : (found[found.length - 1]?.square ?? reach);
    if (beyond * beyond > worst) return;
    if (beyond < 0) visit(middle + 1, to, next);
    else visit(from, middle, next);
  };

  if (query.count > 0) visit(0, nodes.length, 0);
  return found.map(({ node: { place } }) => ({ place, metres: distanceMetres(query.from, place) }));
}

function keep<P>(found: Candidate<P>[], candidate: Candidate<P>, count: number): void {
  let at = found.length;
  while (at > 0 && comesBefore(candidate, found[at - 1])) at -= 1;
  if (at >= count) return;
  found.splice(at, 0, candidate);
  found.length = Math.min(found.length, count);
}

function comesBefore<P>(a: Candidate<P>, b: Candidate<P> | undefined): boolean {
  if (b === undefined) return false;
  return a.square < b.square || (a.square === b.square && a.node.order < b.node.order);
}

function pointOf({ lat, lon }: Position): Point {
  const cosLat = Math.cos(radians(lat));
  return [cosLat * Math.cos(radians(lon)), cosLat * Math.sin(radians(lon)), Math.sin(radians(lat))];
}

function squareBetween(a: Point, b: Point): number {
  return (a[0] - b[0]) ** 2 + (a[1] - b[1]) ** 2 + (a[2] - b[2]) ** 2;
}

/** The straight line's square for a way around the earth. */
function squareOf(metres: number): number {
  if (metres >= Math.PI * EARTH_RADIUS_METRES) return Number.POSITIVE_INFINITY;
  return (2 * Math.sin(metres / (2 * EARTH_RADIUS_METRES))) ** 2;
}
