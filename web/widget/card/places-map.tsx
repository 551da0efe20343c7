import type { PlacesMap as Sketch } from '../../protocol/card.ts';
import { placesPicture } from '../../protocol/pictures/places-picture.ts';
import { DrawnShape } from './drawn-shape.tsx';

/** A sketch of where places lie, numbered as in the list; the list tells the same in words. */
export function PlacesMap({ map }: { map: Sketch }) {
  const { width, height, shapes } = placesPicture(map);
  return (
    <svg class="places-map" viewBox={`0 0 ${width} ${height}`} role="img" aria-label={map.alt}>
      {shapes.map((shape) => (
        <DrawnShape key={JSON.stringify(shape)} shape={shape} />
      ))}
    </svg>
  );
}
