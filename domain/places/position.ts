/** Degrees on WGS-84, as phones give it and OpenStreetMap has it. */
export interface Position {
  readonly lat: number;
  readonly lon: number;
}

export const EARTH_RADIUS_METRES = 6_371_008.8;

/** Metres along the great circle (haversine formula, mean radius of the IUGG: within 0.6 % of the ellipsoid). */
export function distanceMetres(a: Position, b: Position): number {
  const halfLat = Math.sin(radians(b.lat - a.lat) / 2);
  const halfLon = Math.sin(radians(b.lon - a.lon) / 2);
  const h = halfLat * halfLat + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * halfLon * halfLon;
  return 2 * EARTH_RADIUS_METRES * Math.asin(Math.min(1, Math.sqrt(h)));
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}
