import { type Position, radians } from './position.ts';

/** Krasovsky 1940, on which the offset is computed. */
const SEMI_MAJOR_AXIS = 6_378_245;
const ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;

/**
 * A WGS-84 position as maps of mainland China show it: shifted by some hundred metres (GCJ-02, the datum that Chinese law
 * prescribes). Within a few metres of the official service, whose formula is not published; this is the one commonly known.
 * Outside a rectangle around China nothing is shifted; the rectangle is rough and takes in neighbours, Hong Kong and Macau.
 */
export function toGcj02(position: Position): Position {
  const { lat, lon } = position;
  if (lon < 72.004 || lon > 137.8347 || lat < 0.8293 || lat > 55.8271) return position;
  const east = lon - 105;
  const north = lat - 35;
  const sinLat = Math.sin(radians(lat));
  const curvature = 1 - ECCENTRICITY_SQUARED * sinLat * sinLat;
  const meridian = (SEMI_MAJOR_AXIS * (1 - ECCENTRICITY_SQUARED)) / curvature ** 1.5;
  const parallel = (SEMI_MAJOR_AXIS / Math.sqrt(curvature)) * Math.cos(radians(lat));
  return {
    lat: lat + degrees(northShift(east, north) / meridian),
    lon: lon + degrees(eastShift(east, north) / parallel),
  };
}

/** Metres north, of degrees from 105 E and 35 N. */
function northShift(x: number, y: number): number {
  const plain = -100 + 2 * x + 3 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
  return plain + ripple(x) + wave(y, [20, 1], [40, 3]) + wave(y, [160, 12], [320, 30]);
}

/** Metres east. */
function eastShift(x: number, y: number): number {
  const plain = 300 + x + 2 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
  return plain + ripple(x) + wave(x, [20, 1], [40, 3]) + wave(x, [150, 12], [300, 30]);
}

function ripple(x: number): number {
  return ((20 * Math.sin(6 * Math.PI * x) + 20 * Math.sin(2 * Math.PI * x)) * 2) / 3;
}

/** Two sines of `value`, each as amplitude in metres and half a wavelength in degrees. */
function wave(value: number, ...sines: readonly (readonly [amplitude: number, half: number])[]): number {
  return (sines.reduce((sum, [amplitude, half]) => sum + amplitude * Math.sin((value / half) * Math.PI), 0) * 2) / 3;
}

function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
