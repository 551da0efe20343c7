export const WIDTH = 300;
export const HEIGHT = 132;
const LEFT = 32;
const TOP = 18;
const BOTTOM = HEIGHT - 20;
const WIDEST_BAR = 18;
/** Labels under every column only where they have room. */
const LABELS = 7;

export interface Box {
  x: number;
  y: number;
  width: number;
  height: number;
}

export interface Bar {
  key: string;
  now: Box;
  before: Box | undefined;
  center: number;
  label: string | undefined;
  value: string;
  isLast: boolean;
}

/** Where columns and their scale stand in a drawing of WIDTH × HEIGHT. Columns rise from zero; negative ones (corrections) lie flat. */
export function columnLayout(columns: readonly { label: string; value: number; before?: number | undefined }[]): {
  bars: Bar[];
  lines: { y: number; label: string }[];
} {
  const top = niceTop(Math.max(1, ...columns.flatMap(({ value, before }) => [value, before ?? 0])));
  const slot = (WIDTH - LEFT) / Math.max(1, columns.length);
  const hasBefore = columns.some(({ before }) => before !== undefined);
  const width = Math.min(WIDEST_BAR, (slot * 0.72) / (hasBefore ? 2 : 1));
  const every = Math.ceil(columns.length / LABELS);
  const last = columns.length - 1;

  const box = (value: number, x: number): Box => {
    const height = (Math.max(0, value) / top) * (BOTTOM - TOP);
    return { x, y: BOTTOM - height, width, height };
  };
  const bars = columns.map(({ label, value, before }, index): Bar => {
    const center = LEFT + slot * (index + 0.5);
    const start = hasBefore ? center : center - width / 2;
    return {
      key: `${index}:${label}`,
      now: box(value, start),
      before: before === undefined ? undefined : box(before, center - width - 1),
      center,
      // Counted from the newest, which always has its label.
      label: (last - index) % every === 0 ? label : undefined,
      value: String(value),
      isLast: index === last,
    };
  });
  const lines = [0, top / 2, top].map((value) => ({ y: box(value, 0).y, label: String(value) }));
  return { bars, lines };
}

/** The next 1, 2, 4, 5, 6 or 8 times a power of ten: halves of these are round too. */
function niceTop(most: number): number {
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [1, 2, 4, 5, 6, 8, 10].find((step) => step * power >= most) ?? 10;
  return factor * power;
}
