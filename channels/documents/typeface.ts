import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import type * as Fontkit from 'fontkit';
import type { Font } from 'fontkit';
import type { TextMark } from './drawing.ts';
import type { Measure } from './wrap-text.ts';

/** Noto Sans SC (SIL Open Font License): shipped with us, for a server need not have a Chinese font. */
export interface Typeface {
  /** Paths of its font files. */
  readonly files: { readonly regular: string; readonly bold: string };
  readonly measure: Measure;
  /** A text as outlines, for SVG's `d`: whoever fills them needs no font. */
  readonly outline: (mark: Pick<TextMark, 'text' | 'bold' | 'size' | 'x' | 'y' | 'anchor'>) => readonly Outline[];
}

/** The outline of a letter in the font's units, y upwards, and where it stands. */
export interface Outline {
  readonly path: string;
  readonly x: number;
  readonly y: number;
  readonly scale: number;
}

/** Read once: shaping and measuring are the same for paper and pictures. */
export function openTypeface(): Typeface {
  const files = {
    regular: pathOf('400Regular/NotoSansSC_400Regular.ttf'),
    bold: pathOf('700Bold/NotoSansSC_700Bold.ttf'),
  };
  const weights = { regular: new Weight(files.regular), bold: new Weight(files.bold) };
  const weightOf = (bold: boolean) => (bold ? weights.bold : weights.regular);
  const measure: Measure = (text, { size, bold }) => weightOf(bold).width(text) * size;
  return {
    files,
    measure,
    outline: ({ text, bold, size, x, y, anchor }) => {
      const weight = weightOf(bold);
      const shift = { start: 0, middle: 0.5, end: 1 }[anchor] * measure(text, { size, bold });
      let at = x - shift;
      return Array.from(text, (character) => {
        const { path, advance } = weight.letter(character);
        const outline = { path, x: at, y, scale: size / weight.unitsPerEm };
        at += advance * size;
        return outline;
      });
    },
  };
}

interface Letter {
  readonly path: string;
  /** Of the size. */
  readonly advance: number;
}

/** One weight; letters that were drawn are kept, for a bill's are few. */
class Weight {
  readonly #path: string;
  #opened: Font | undefined;
  readonly #letters = new Map<string, Letter>();

  constructor(path: string) {
    this.#path = path;
  }

  get unitsPerEm(): number {
    return this.#font.unitsPerEm;
  }

  /** Read with the first letter that is asked for: the reader and the fonts take 40 MB, and days may pass without a document. */
  get #font(): Font {
    this.#opened ??= open(this.#path);
    return this.#opened;
  }

  width(text: string): number {
    return Array.from(text).reduce((sum, character) => sum + this.letter(character).advance, 0);
  }

  letter(character: string): Letter {
    const known = this.#letters.get(character);
    if (known) return known;
    const glyph = this.#font.glyphForCodePoint(character.codePointAt(0) ?? 0);
    const letter = { path: glyph.path.toSVG(), advance: glyph.advanceWidth / this.unitsPerEm };
    // Customers' addresses hold rare characters, too: not for ever.
    if (this.#letters.size >= MOST_LETTERS) this.#letters.clear();
    this.#letters.set(character, letter);
    return letter;
  }
}

const MOST_LETTERS = 4000;

function open(path: string): Font {
  const { openSync } = createRequire(import.meta.url)('fontkit') as typeof Fontkit;
  const font = openSync(path);
  if (!('glyphForCodePoint' in font)) throw new Error(`${path} is a collection of fonts`);
  return font;
}

function pathOf(file: string): string {
  return fileURLToPath(import.meta.resolve(`@expo-google-fonts/noto-sans-sc/${file}`));
}
