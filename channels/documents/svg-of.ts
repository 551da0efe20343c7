import type { Drawing, Mark, Palette } from './drawing.ts';
import type { Typeface } from './typeface.ts';

/** A drawing as SVG on white paper. Its letters are outlines: whoever draws it needs no font, and nothing anybody wrote stands in it as text. */
export function svgOf(
  { width, height, blocks }: Drawing,
  { palette, typeface }: { readonly palette: Palette; readonly typeface: Pick<Typeface, 'outline'> },
): string {
  const marks = blocks.flatMap((block) => block.marks).map((mark) => elementOf(mark, palette[mark.ink], typeface));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">`,
    `<rect width="${width}" height="${height}" fill="${palette.paper}"/>`,
    ...marks,
    '</svg>',
  ].join('');
}

function elementOf(mark: Mark, colour: string, { outline }: Pick<Typeface, 'outline'>): string {
  switch (mark.kind) {
    case 'rect': {
      const { x, y, width, height, radius } = mark;
      return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${radius}" fill="${colour}"/>`;
    }
    case 'line': {
      const { x1, y1, x2, y2, width } = mark;
      return `<line x1="${x1}" y1="${y1}" x2="${x2}" y2="${y2}" stroke="${colour}" stroke-width="${width}"/>`;
    }
    case 'ring': {
      const { x, y, radius, width } = mark;
      return `<circle cx="${x}" cy="${y}" r="${radius}" fill="none" stroke="${colour}" stroke-width="${width}"/>`;
    }
    case 'text': {
      const letters = outline(mark).map(
        ({ path, x, y, scale }) => `<path transform="translate(${x} ${y}) scale(${scale} ${-scale})" d="${path}"/>`,
      );
      return `<g fill="${colour}">${letters.join('')}</g>`;
    }
  }
}
