import type { PlacesMap } from '../card.ts';
import { type MapLayout, mapLayout } from './map-layout.ts';
import type { Shape, Tone } from './shape.ts';

/** How far its edge stands out round a dot. */
const EDGE = 1.5;
const PIN = 11;
const FROM = 6;

/** Where places lie, numbered as in the list, round where they are looked for: the same sketch in the widget and as a picture. */
export function placesPicture(map: Pick<PlacesMap, 'points' | 'scale' | 'from' | 'north'>): {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
} {
  const layout = mapLayout(map);
  const { width, height, centre, rings, pins } = layout;
  return {
    width,
    height,
    shapes: [
      ...rings.map((radius): Shape => ({ kind: 'ring', tone: 'grid', ...centre, radius })),
      ...northArrow(layout, map.north),
      ...scaleBar(layout, map.scale.label),
      ...dot('from', { ...centre, radius: FROM }),
      text('tick', { x: centre.x, y: centre.y - 11, text: map.from, anchor: 'middle' }),
      // The nearest lie on top.
      ...pins
        .flatMap(({ x, y }, at): Shape[][] => [
          [
            ...dot('pin', { x, y, radius: PIN }),
            text('number', { x, y: y + 4.5, text: String(at + 1), anchor: 'middle' }),
          ],
        ])
        .reverse()
        .flat(),
    ],
  };
}

function northArrow({ width }: MapLayout, words: string): Shape[] {
  const x = width - 16;
  return [
    line({ x1: x, y1: 22, x2: x, y2: 9 }),
    line({ x1: x, y1: 9, x2: x - 4, y2: 14 }),
    line({ x1: x, y1: 9, x2: x + 4, y2: 14 }),
    text('tick', { x, y: 35, text: words, anchor: 'middle' }),
  ];
}

function scaleBar({ height, bar }: MapLayout, words: string): Shape[] {
  const [left, right, top, foot] = [12, 12 + bar, height - 12, height - 8];
  return [
    line({ x1: left, y1: top, x2: left, y2: foot }),
    line({ x1: left, y1: foot, x2: right, y2: foot }),
    line({ x1: right, y1: foot, x2: right, y2: top }),
    text('tick', { x: right + 6, y: foot, text: words, anchor: 'start' }),
  ];
}

function dot(tone: Tone, { x, y, radius }: { x: number; y: number; radius: number }): Shape[] {
  return [
    { kind: 'disc', tone: 'paper', x, y, radius: radius + EDGE },
    { kind: 'disc', tone, x, y, radius },
  ];
}

function line(ends: { x1: number; y1: number; x2: number; y2: number }): Shape {
  return { kind: 'line', tone: 'sign', ...ends };
}

function text(tone: Tone, given: { x: number; y: number; text: string; anchor: 'start' | 'middle' }): Shape {
  return { kind: 'text', tone, ...given };
}
