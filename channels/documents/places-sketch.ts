import type { PlacesMap } from '../../web/protocol/card.ts';
import { placesPicture } from '../../web/protocol/pictures/places-picture.ts';
import type { Drawing } from './drawing.ts';
import { placedShape } from './placed-shape.ts';

/** As wide as a phone. */
const WIDTH = 390;
const BASE = 13;

/** The sketch of places to pay as a picture of its own: what reaches beyond its edges is cut off. */
export function placesSketch(map: PlacesMap): Drawing {
  const { width, height, shapes } = placesPicture(map);
  const scale = WIDTH / width;
  const marks = shapes.map((shape) => placedShape(shape, { x: 0, y: 0, scale, base: BASE }));
  return { width: WIDTH, height: height * scale, blocks: [{ role: 'Figure', alt: map.alt, marks }] };
}
