/**
 * The tokens that follow from a utility's own colours (`#rrggbb`; anything else leaves the palette alone): solids only,
 * with black or white on them, whichever is read better. Words keep the palette's colours, which are known to be legible.
 */
export function brandTokens(colors: { brandColor?: string | undefined; accentColor?: string | undefined }) {
  const tokens: Record<string, string> = {};
  const brand = rgbOf(colors.brandColor);
  if (brand !== undefined) {
    const on = inkOn(brand);
    tokens['--brand'] = hex(brand);
    tokens['--brand-hover'] = hex(mix(brand, on === WHITE ? BLACK : WHITE, 0.15));
    tokens['--brand-deep'] = hex(mix(brand, on === WHITE ? BLACK : WHITE, 0.35));
    tokens['--on-brand'] = hex(on);
    tokens['--on-brand-soft'] = hex(on);
  }
  const accent = rgbOf(colors.accentColor);
  if (accent !== undefined) {
    tokens['--accent'] = hex(accent);
    tokens['--on-accent'] = hex(inkOn(accent));
    // The sign in the header: the accent where it can be told from the brand behind it.
    tokens['--mark'] = hex(contrast(accent, brand ?? PALETTE_BRAND) >= 3 ? accent : inkOn(brand ?? PALETTE_BRAND));
  }
  return tokens;
}

type Rgb = readonly [number, number, number];
const BLACK: Rgb = [0, 0, 0];
/** --brand of web/tokens.css. */
const PALETTE_BRAND: Rgb = [11, 83, 96];
const WHITE: Rgb = [255, 255, 255];

/** WCAG 2's contrast of two colours, 1 to 21. */
export function contrast(a: Rgb, b: Rgb): number {
  const [low = 0, high = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (high + 0.05) / (low + 0.05);
}

export function rgbOf(color: string | undefined): Rgb | undefined {
  const digits = color?.match(/^#([0-9a-f]{6})$/i)?.[1];
  if (digits === undefined) return undefined;
  const value = Number.parseInt(digits, 16);
  return [value >> 16, (value >> 8) & 255, value & 255];
}

function inkOn(ground: Rgb): Rgb {
  return contrast(WHITE, ground) >= 4.5 ? WHITE : BLACK;
}

function luminance(color: Rgb): number {
  const [red, green, blue] = color.map((channel) => {
    const part = channel / 255;
    return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * (red ?? 0) + 0.7152 * (green ?? 0) + 0.0722 * (blue ?? 0);
}

function mix([r, g, b]: Rgb, [r2, g2, b2]: Rgb, part: number): Rgb {
  const between = (x: number, y: number) => Math.round(x + (y - x) * part);
  return [between(r, r2), between(g, g2), between(b, b2)];
}

function hex(color: Rgb): string {
  return `#${color.map((channel) => channel.toString(16).padStart(2, '0')).join('')}`;
}
