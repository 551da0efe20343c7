/** Width of a text in points. */
export type Measure = (text: string, font: { readonly size: number; readonly bold: boolean }) => number;

export interface Room {
  readonly width: number;
  readonly size: number;
  readonly bold: boolean;
  readonly measure: Measure;
}

/** What may stand on a line of its own: one Chinese character with the marks that close after it, or a word. */
const PIECE = /\p{Script=Han}[，。；：、！？）》”’…]*|[^\s\p{Script=Han}]+|\s+/gu;

/** A text in lines no wider than the room. Chinese breaks between any two characters, other words where they end, what is longer than a line anywhere. */
export function wrapText(text: string, room: Room): string[] {
  return text.split('\n').flatMap((line) => wrapLine(line, room));
}

function wrapLine(text: string, room: Room): string[] {
  const lines: string[] = [];
  let line = '';
  for (const [piece] of text.matchAll(PIECE)) {
    if (fits(line + piece, room)) {
      line += piece;
      continue;
    }
    if (line.trim() !== '') lines.push(line.trimEnd());
    const parts = fits(piece.trim(), room) ? [piece.trimStart()] : broken(piece, room);
    lines.push(...parts.slice(0, -1));
    line = parts.at(-1) ?? '';
  }
  return line.trim() === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()];
}

function broken(piece: string, room: Room): string[] {
  const parts: string[] = [];
  let part = '';
  for (const character of piece) {
    if (part !== '' && !fits(part + character, room)) {
      parts.push(part);
      part = '';
    }
    part += character;
  }
  return [...parts, part];
}

function fits(text: string, { width, measure, size, bold }: Room): boolean {
  return measure(text, { size, bold }) <= width;
}
