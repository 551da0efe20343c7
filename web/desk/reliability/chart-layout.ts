export interface ChartSize {
  readonly width: number;
  readonly height: number;
}

export interface Column {
  readonly key: string;
  readonly label: string;
  readonly first: number | null;
  readonly second: number | null;
}

interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

export interface ChartLayout {
  readonly columns: readonly {
    readonly key: string;
    readonly center: number;
    /** Null where the one before it would be too close. */
    readonly label: string | null;
    readonly first: Box | null;
    readonly second: Box | null;
  }[];
  readonly lines: readonly { readonly y: number; readonly value: number }[];
  readonly left: number;
  readonly bottom: number;
}

const LEFT = 44;
const TOP = 10;
const FOOT = 24;
const WIDEST = 26;
const LABEL_ROOM = 44;

/** Where pairs of columns and their scale stand; all rise from zero, with the greatest below the top line. */
export function chartLayout(given: readonly Column[], { width, height }: ChartSize): ChartLayout {
  const most = Math.max(0, ...given.flatMap(({ first, second }) => [first ?? 0, second ?? 0]));
  const top = niceTop(most);
  const bottom = height - FOOT;
  const slot = (width - LEFT) / Math.max(1, given.length);
  const bar = Math.min(WIDEST, slot * 0.36);
  const every = Math.ceil(LABEL_ROOM / slot);
  const box = (value: number | null, x: number): Box | null => {
    if (value === null) return null;
    const tall = (value / top) * (bottom - TOP);
    return { x, y: bottom - tall, width: bar, height: tall };
  };
  return {
    columns: given.map(({ key, label, first, second }, index) => {
      const center = LEFT + slot * (index + 0.5);
      // Counted from the newest, which always has its label.
      const labelled = (given.length - 1 - index) % every === 0;
      return {
        key,
        center,
        label: labelled ? label : null,
        first: box(first, center - bar - 0.5),
        second: box(second, center + 0.5),
      };
    }),
    lines: [0, top / 2, top].map((value) => ({ y: bottom - (value / top) * (bottom - TOP), value })),
    left: LEFT,
    bottom,
  };
}

/** The next 1, 2, 4, 5, 6 or 8 times a power of ten: halves of these are short to write. 1 where there is nothing. */
function niceTop(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most));
  const factor = [1, 2, 4, 5, 6, 8, 10].find((step) => step * power >= most) ?? 10;
  return factor * power;
}
