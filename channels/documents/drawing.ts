/** Pages as plain data, drawn on paper or as a picture alike. Lengths are points, from the upper left corner. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly blocks: readonly Block[];
}

/** What belongs together, in the order in which it is read. */
export interface Block {
  /** What it is to whoever has it read aloud; `Artifact` is there for the eye only. */
  readonly role: 'H1' | 'H2' | 'P' | 'Figure' | 'Artifact';
  /** Of a figure, in words. */
  readonly alt?: string;
  readonly marks: readonly Mark[];
}

export type Mark = TextMark | RectMark | LineMark | RingMark;

export interface TextMark {
  readonly kind: 'text';
  readonly ink: Ink;
  /** Of its beginning, its middle or its end, as anchored. */
  readonly x: number;
  /** Of the line that letters stand on. */
  readonly y: number;
  readonly text: string;
  readonly size: number;
  readonly bold: boolean;
  readonly anchor: 'start' | 'middle' | 'end';
}

export interface RectMark {
  readonly kind: 'rect';
  readonly ink: Ink;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly radius: number;
}

export interface LineMark {
  readonly kind: 'line';
  readonly ink: Ink;
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
  readonly width: number;
}

/** The line of a circle; a filled one is a rectangle that is all round. */
export interface RingMark {
  readonly kind: 'ring';
  readonly ink: Ink;
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly width: number;
}

export type Ink = 'text' | 'soft' | 'brand' | 'line' | 'before' | 'paper';

/** `#rrggbb` for each ink. */
export type Palette = Readonly<Record<Ink, string>>;

/** The utility's colour on white, the rest as in the widget's light colours. */
export function paletteOf(brand: string): Palette {
  return { text: '#1b2528', soft: '#55636a', brand, line: '#d5dcde', before: '#a9bcc0', paper: '#ffffff' };
}
