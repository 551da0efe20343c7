import type { Block, Drawing, Ink, Mark } from './drawing.ts';
import { type Measure, wrapText } from './wrap-text.ts';

export interface SheetStyle {
  readonly width: number;
  /** Of a page; null for one sheet as long as it takes. */
  readonly height: number | null;
  readonly margin: number;
  /** Size of plain text. */
  readonly base: number;
  readonly measure: Measure;
}

export interface TextStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly ink: Ink;
}

const LINE_HEIGHT = 1.5;
/** How far below its top a line's letters stand. */
const BASELINE = 1.1;

/** Sets one thing below the other and begins a new page where it does not fit. */
export class Sheet {
  readonly style: SheetStyle;
  readonly #done: Block[][] = [];
  #blocks: Block[] = [];
  #y: number;

  constructor(style: SheetStyle) {
    this.style = style;
    this.#y = style.margin;
  }

  get left(): number {
    return this.style.margin;
  }

  get right(): number {
    return this.style.width - this.style.margin;
  }

  /** Width between the margins. */
  get inner(): number {
    return this.right - this.left;
  }

  gap(height: number): void {
    this.#y += height;
  }

  /** Sets what is `height` high, together; `draw` gets where its top is. `keep`: what has to have room below it too. */
  put(height: number, draw: (top: number) => readonly Block[], keep = 0): void {
    const { height: page, margin } = this.style;
    if (page !== null && this.#y + height + keep > page - margin && this.#blocks.length > 0) this.#turn();
    this.#blocks.push(...draw(this.#y));
    this.#y += height;
  }

  /** A text in lines; a long one may go on over a page. */
  text(words: string, style: TextStyle, role: Block['role'] = 'P'): void {
    const height = style.size * LINE_HEIGHT;
    const keep = role === 'P' ? 0 : height * 3;
    for (const line of wrapText(words, { width: this.inner, measure: this.style.measure, ...style })) {
      this.put(height, (top) => [{ role, marks: [this.line(line, { ...style, x: this.left, top })] }], keep);
    }
  }

  /** One line of text whose top is there. */
  line(text: string, at: TextStyle & { readonly x: number; readonly top: number; readonly anchor?: 'end' }): Mark {
    const { size, bold, ink, x, top, anchor = 'start' } = at;
    return { kind: 'text', ink, x, y: top + size * BASELINE, text, size, bold, anchor };
  }

  rule(ink: Ink = 'line', width = 0.75): void {
    this.put(width, (top) => [
      { role: 'Artifact', marks: [{ kind: 'line', ink, x1: this.left, x2: this.right, y1: top, y2: top, width }] },
    ]);
  }

  /** All pages, at least one. */
  pages(): Drawing[] {
    const { width, height, margin } = this.style;
    const last = height ?? this.#y + margin;
    return [...this.#done, this.#blocks].map((blocks) => ({ width, height: last, blocks }));
  }

  #turn(): void {
    this.#done.push(this.#blocks);
    this.#blocks = [];
    this.#y = this.style.margin;
  }
}

export function lineHeight(size: number): number {
  return size * LINE_HEIGHT;
}
