import { EARTH_RADIUS_METRES, type Position, radians } from './position.ts';

/** Metres north and east of a position; for places within some dozen kilometres, as on a sheet of paper. */
export function localOffset(from: Position, to: Position): { readonly north: number; readonly east: number } {
  return {
    north: Math.round(radians(to.lat - from.lat) * EARTH_RADIUS_METRES),
    east: Math.round(radians(to.lon - from.lon) * EARTH_RADIUS_METRES * Math.cos(radians(from.lat))),
  };
}
