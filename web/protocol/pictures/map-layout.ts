import type { PlacesMap } from '../card.ts';

interface Spot {
  readonly x: number;
  readonly y: number;
}

export interface MapLayout {
  readonly width: number;
  readonly height: number;
  readonly centre: Spot;
  /** In the order of the places. */
  readonly pins: readonly Spot[];
  /** Radii of circles around the middle, one bar of the scale apart. */
  readonly rings: readonly number[];
  /** How long the bar of the scale is. */
  readonly bar: number;
}

const WIDTH = 320;
const HEIGHT = 200;
/** So that pins and their numbers stay within, and off the scale at the foot. */
const MARGIN = 22;
const FOOT = 14;
const PIN = 20;
const NUDGES = 40;
const LEAST_METRES = 50;

/** Where everything of the sketch stands, in units of its own; north is up, and both ways have one scale. */
export function mapLayout({ points, scale }: Pick<PlacesMap, 'points' | 'scale'>): MapLayout {
  const [north, south] = [
    Math.max(0, ...points.map((point) => point.north)),
    Math.min(0, ...points.map((point) => point.north)),
  ];
  const [east, west] = [
    Math.max(0, ...points.map((point) => point.east)),
    Math.min(0, ...points.map((point) => point.east)),
  ];
  const across = Math.max(LEAST_METRES, east - west);
  const up = Math.max(LEAST_METRES, north - south);
  const perMetre = Math.min((WIDTH - 2 * MARGIN) / across, (HEIGHT - 2 * MARGIN - FOOT) / up);
  const spotOf = (point: { north: number; east: number }): Spot => ({
    x: WIDTH / 2 + (point.east - (east + west) / 2) * perMetre,
    y: (HEIGHT - FOOT) / 2 - (point.north - (north + south) / 2) * perMetre,
  });
  const bar = scale.metres * perMetre;
  const rings = Array.from({ length: Math.min(6, Math.floor(WIDTH / bar)) }, (_, at) => (at + 1) * bar);
  const centre = spotOf({ north: 0, east: 0 });
  return { width: WIDTH, height: HEIGHT, centre, pins: apart(points.map(spotOf), centre), rings, bar };
}

/** Pins that would cover each other, or where one is, are moved aside by a little, the farther one of two. */
function apart(spots: readonly Spot[], centre: Spot): Spot[] {
  const placed: Spot[] = [];
  for (const spot of spots) {
    const taken = [centre, ...placed];
    const free = candidatesAround(spot).find((candidate) =>
      taken.every((other) => Math.hypot(candidate.x - other.x, candidate.y - other.y) >= PIN),
    );
    placed.push(free ?? spot);
  }
  return placed;
}

/** The spot itself, then round it on a widening spiral, within the picture. */
function candidatesAround({ x, y }: Spot): Spot[] {
  return Array.from({ length: NUDGES }, (_, step) => {
    const radius = step * 2;
    const angle = step * 2.4;
    return { x: x + radius * Math.cos(angle), y: y + radius * Math.sin(angle) };
  }).filter(
    (spot) =>
      spot.x >= MARGIN / 2 &&
      spot.x <= WIDTH - MARGIN / 2 &&
      spot.y >= MARGIN / 2 &&
      spot.y <= HEIGHT - FOOT - MARGIN / 2,
  );
}
