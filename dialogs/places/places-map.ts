import type { BotWords } from '../../strings/bot/bot-words.ts';
import type { PlacesMap } from '../../web/protocol/card.ts';
import type { SketchAsked } from '../links.ts';

/** A bar of the scale is so long, of what the sketch reaches, at most. */
const BAR_SHARE = 0.6;
const BARS = [100, 200, 500, 1000, 2000, 5000, 10_000, 20_000, 50_000] as const;

/** A sketch of where places lie around where they are looked for, with its words. */
export function placesMap(
  { places: { map } }: Pick<BotWords, 'places'>,
  { points, isHere }: Pick<SketchAsked, 'points' | 'isHere'>,
): PlacesMap {
  const reach = Math.max(...points.flatMap(({ north, east }) => [Math.abs(north), Math.abs(east)]), 0);
  const metres = BARS.findLast((bar) => bar <= reach * BAR_SHARE) ?? BARS[0];
  return {
    alt: map.alt(points.length),
    from: isHere ? map.here : map.there,
    north: map.north,
    points: [...points],
    scale: { metres, label: map.scale(metres) },
  };
}
