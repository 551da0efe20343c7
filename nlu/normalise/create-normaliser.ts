import { type ChineseScripts, chineseScripts } from './chinese-scripts.ts';
import type { NormalText } from './normal-text.ts';

/** Longer messages are read at their beginning and their end: work stays bounded, and a cry for help often stands last. */
const HEAD_UNITS = 12_000;
const TAIL_UNITS = 4_000;
const LONGEST_RUN = 3;

const DROPPED = /[\p{Cc}\p{Cf}\p{Cs}\p{Mn}\p{Me}]/u;
const SPACE = /\s/u;
const HAN = /\p{Script=Han}/u;
const SIGNS = new Map([
  ['’', "'"],
  ['‘', "'"],
  ['´', "'"],
  ['`', "'"],
  ['“', '"'],
  ['”', '"'],
  ['—', '-'],
  ['–', '-'],
  ['−', '-'],
]);

export type Normalise = (original: string) => NormalText;

/** Never throws, whatever the string holds. */
export function createNormaliser(): Normalise {
  const scripts = chineseScripts();
  return (original) => {
    const writer = new Writer(original, scripts);
    if (original.length <= HEAD_UNITS + TAIL_UNITS) {
      writer.read(0, original.length);
    } else {
      writer.read(0, HEAD_UNITS);
      writer.read(original.length - TAIL_UNITS, original.length);
    }
    return writer.finish();
  };
}

class Writer {
  private readonly original: string;
  private readonly scripts: ChineseScripts;
  private plain = '';
  private text = '';
  private readonly starts: number[] = [];
  private readonly ends: number[] = [];
  private last = ' ';
  private run = 0;
  private readonly signs = { han: 0, traditional: 0, simplified: 0 };

  constructor(original: string, scripts: ChineseScripts) {
    this.original = original;
    this.scripts = scripts;
  }

  read(from: number, to: number): void {
    let at = from;
    while (at < to) {
      const point = this.original.codePointAt(at) ?? 0;
      const width = point > 0xffff ? 2 : 1;
      this.put(point, at, at + width);
      at += width;
    }
  }

  finish(): NormalText {
    return {
      original: this.original,
      plain: this.plain,
      text: this.text,
      starts: Uint32Array.from(this.starts),
      ends: Uint32Array.from(this.ends),
      ...this.signs,
    };
  }

  private put(point: number, start: number, end: number): void {
    for (const sign of normalForm(point)) this.write(sign, start, end);
  }

  private write(sign: string, start: number, end: number): void {
    if (sign === this.last) {
      this.run += 1;
      if (sign === ' ' || (this.run > LONGEST_RUN && !isDigit(sign))) return;
    } else {
      this.last = sign;
      this.run = 1;
    }
    const simple = this.simplify(sign);
    this.plain += sign;
    this.text += simple;
    for (let unit = 0; unit < sign.length; unit += 1) {
      this.starts.push(start);
      this.ends.push(end);
    }
  }

  private simplify(sign: string): string {
    if (sign < '㐀' || !HAN.test(sign)) return sign;
    this.signs.han += 1;
    const simple = this.scripts.simplifiedOf.get(sign);
    if (simple !== undefined) {
      this.signs.traditional += 1;
      return simple;
    }
    if (this.scripts.simplifiedOnly.has(sign)) this.signs.simplified += 1;
    return this.scripts.variantOf.get(sign) ?? sign;
  }
}

function isDigit(sign: string): boolean {
  return sign >= '0' && sign <= '9';
}

/** The characters that stand for one code point of the original; none where it is dropped. */
function normalForm(point: number): Iterable<string> {
  if (point < 0x80) {
    if (point >= 0x41 && point <= 0x5a) return String.fromCharCode(point + 32);
    if (point > 0x20 && point !== 0x60 && point < 0x7f) return String.fromCharCode(point);
    if (point === 0x20 || (point >= 0x09 && point <= 0x0d)) return ' ';
    if (point !== 0x60) return '';
  }
  if (point >= 0x4e00 && point <= 0x9fff) return String.fromCharCode(point);
  const sign = String.fromCodePoint(point);
  const mapped = SIGNS.get(sign);
  if (mapped !== undefined) return mapped;
  if (SPACE.test(sign)) return ' ';
  if (DROPPED.test(sign)) return '';
  return sign.normalize('NFKC').toLowerCase();
}
