import type { NormalText, Span } from '../normalise/normal-text.ts';

/** What a tagger labels: a Chinese character, a Latin word, a number, or a sign. */
export interface TextUnit extends Span {
  readonly words: string;
  readonly shape: 'han' | 'lower' | 'capital' | 'number' | 'sign';
}

const UNIT = /[a-z]+(?:'[a-z]+)?|\d+(?:[.,:]\d+)*|\S/gu;
const UNITS_READ = 300;

export function textUnits(normal: NormalText): TextUnit[] {
  const units: TextUnit[] = [];
  for (const match of normal.text.matchAll(UNIT)) {
    if (units.length >= UNITS_READ) break;
    const [words] = match;
    const start = match.index;
    units.push({ words, start, end: start + words.length, shape: shapeOf(words, normal, start) });
  }
  return units;
}

function shapeOf(words: string, normal: NormalText, start: number): TextUnit['shape'] {
  const unit = words.charCodeAt(0);
  if (unit >= 0x61 && unit <= 0x7a) {
    const written = normal.original[normal.starts[start] ?? 0] ?? '';
    return written === written.toLowerCase() ? 'lower' : 'capital';
  }
  if (unit >= 0x30 && unit <= 0x39) return 'number';
  return unit >= 0x3400 && /\p{Script=Han}/u.test(words) ? 'han' : 'sign';
}
