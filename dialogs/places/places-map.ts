import { localOffset } from '../../domain/places/local-offset.ts';
import type { Near } from '../../domain/places/nearest.ts';
import type { Position } from '../../domain/places/position.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import type { Turn } from '../turn.ts';
import type { PaymentPlace } from './payment-places.ts';

/** A bar of the scale is so long, of what the sketch reaches, at most. */
const BAR_SHARE = 0.6;
const BARS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;

/** Where places lie around where they are looked for. */
export function placesMap(
  { words: { places } }: Turn,
  { near, from, isHere }: { near: readonly Near<PaymentPlace>[]; from: Position; isHere: boolean },
): CardOf<'places'>['map'] {
  const points = near.map(({ place }) => localOffset(from, place));
  const reach = Math.max(...points.flatMap(({ north, east }) => [Math.abs(north), Math.abs(east)]), 0);
  const metres = BARS.findLast((bar) => bar <= reach * BAR_SHARE) ?? BARS[0];
  const { map } = places;
  return {
    alt: map.alt(points.length),
    from: isHere ? map.here : map.there,
    north: map.north,
    points,
    scale: { metres, label: map.scale(metres) },
  };
}
