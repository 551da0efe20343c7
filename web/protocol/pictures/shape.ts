/** A drawing as plain data, in the units of its own width and height. Whoever draws it gives each tone its colour. */
export type Shape = RectShape | LineShape | TextShape | RoundShape;

export interface RectShape {
  readonly kind: 'rect';
  readonly tone: Tone;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export interface LineShape {
  readonly kind: 'line';
  readonly tone: Tone;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

export interface TextShape {
  readonly kind: 'text';
  readonly tone: Tone;
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly anchor: 'start' | 'middle' | 'end';
}

/** A circle: its line, or filled. */
export interface RoundShape {
  readonly kind: 'ring' | 'disc';
  readonly tone: Tone;
  /** Of its middle. */
  readonly x: number;
  readonly y: number;
  readonly radius: number;
}

/** What a shape stands for: in columns, and on a sketch of places. */
export type Tone = 'grid' | 'tick' | 'before' | 'now' | 'last' | 'value' | 'paper' | 'sign' | 'from' | 'pin' | 'number';
