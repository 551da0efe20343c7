import { type Box, columnLayout, HEIGHT, WIDTH } from './column-layout.ts';
import type { RectShape, Shape, Tone } from './shape.ts';

interface UsageColumn {
  readonly label: string;
  readonly value: number;
  readonly before?: number | undefined;
}

/** Where the scale's lines begin, and its figures end. */
const SCALE = { line: 28, figure: 24 };

/** A year's usage as columns, last year's behind them, in a drawing of WIDTH × HEIGHT: the same one in the widget, as a picture and on paper. */
export function usagePicture(columns: readonly UsageColumn[]): Shape[] {
  const { bars, lines } = columnLayout(columns);
  return [
    ...lines.flatMap(({ y, label }): Shape[] => [
      { kind: 'line', tone: 'grid', x1: SCALE.line, x2: WIDTH, y1: y, y2: y },
      { kind: 'text', tone: 'tick', x: SCALE.figure, y: y + 3.5, text: label, anchor: 'end' },
    ]),
    ...bars.flatMap(({ before, now, isLast, value, label, center }): Shape[] => [
      ...(before === undefined ? [] : [column('before', before)]),
      column(isLast ? 'last' : 'now', now),
      ...(isLast ? [text('value', { x: now.x + now.width, y: now.y - 5, text: value, anchor: 'end' })] : []),
      ...(label === undefined ? [] : [text('tick', { x: center, y: HEIGHT - 5, text: label, anchor: 'middle' })]),
    ]),
  ];
}

function column(tone: Tone, box: Box): RectShape {
  return { kind: 'rect', tone, ...box, radius: 2 };
}

function text(tone: Tone, given: { x: number; y: number; text: string; anchor: 'middle' | 'end' }): Shape {
  return { kind: 'text', tone, ...given };
}
