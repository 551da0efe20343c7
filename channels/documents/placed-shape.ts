import type { Shape, TextShape } from '../../web/protocol/pictures/shape.ts';
import type { Ink, Mark } from './drawing.ts';

const INKS: Readonly<Record<Shape['tone'], Ink>> = {
  grid: 'line',
  tick: 'soft',
  before: 'before',
  now: 'brand',
  last: 'brand',
  value: 'text',
  paper: 'paper',
  sign: 'soft',
  from: 'text',
  pin: 'brand',
  number: 'paper',
};

/** In the picture's own units, as in the widget; on paper no larger than the words around it. */
const LETTERS = { tick: 10.5, value: 12 };
const LARGEST = { tick: 0.9, value: 1.15 };

export interface Placing {
  /** Where the picture's upper left corner comes. */
  readonly x: number;
  readonly y: number;
  /** Points for a unit of the picture. */
  readonly scale: number;
  /** Size of the words around it. */
  readonly base: number;
}

/** A shape of a picture as a mark on a sheet. */
export function placedShape(shape: Shape, at: Placing): Mark {
  const ink = INKS[shape.tone];
  const { scale } = at;
  const x = (value: number) => at.x + value * scale;
  const y = (value: number) => at.y + value * scale;
  switch (shape.kind) {
    case 'rect': {
      const { width, height, radius } = shape;
      const size = { width: width * scale, height: height * scale, radius: radius * scale };
      return { kind: 'rect', ink, x: x(shape.x), y: y(shape.y), ...size };
    }
    case 'line': {
      const ends = { x1: x(shape.x1), x2: x(shape.x2), y1: y(shape.y1), y2: y(shape.y2) };
      return { kind: 'line', ink, ...ends, width: shape.tone === 'sign' ? scale * 1.5 : scale / 2 };
    }
    case 'ring':
      return { kind: 'ring', ink, x: x(shape.x), y: y(shape.y), radius: shape.radius * scale, width: scale };
    case 'disc': {
      const radius = shape.radius * scale;
      const corner = { x: x(shape.x) - radius, y: y(shape.y) - radius };
      return { kind: 'rect', ink, ...corner, width: 2 * radius, height: 2 * radius, radius };
    }
    case 'text': {
      const { text, anchor } = shape;
      return { kind: 'text', ink, x: x(shape.x), y: y(shape.y), text, anchor, ...letters(shape, at) };
    }
  }
}

function letters({ tone }: TextShape, { scale, base }: Placing): { size: number; bold: boolean } {
  const isTick = tone === 'tick';
  const name = isTick ? 'tick' : 'value';
  return { size: Math.min(LETTERS[name] * scale, LARGEST[name] * base), bold: !isTick };
}
