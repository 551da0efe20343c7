import { renderAsync } from '@resvg/resvg-js';
import type { Drawing, Palette } from './drawing.ts';
import { svgOf } from './svg-of.ts';
import type { Typeface } from './typeface.ts';

/** Pixels for a point: sharp on a phone. */
const SHARPNESS = 2;

/** A drawing as a PNG. Rendered beside the event loop. */
export async function pngOf(
  drawing: Drawing,
  given: { readonly palette: Palette; readonly typeface: Pick<Typeface, 'outline'> },
): Promise<Buffer> {
  const rendered = await renderAsync(svgOf(drawing, given), {
    fitTo: { mode: 'zoom', value: SHARPNESS },
    font: { loadSystemFonts: false },
    logLevel: 'off',
  });
  return rendered.asPng();
}
