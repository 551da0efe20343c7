export const WIDTH = 300;
const ROW = 26;
const BAR = 14;
/** Where bars begin and end: names stand before them, amounts behind. */
const LEFT = 112;
const RIGHT = 218;
/** Totals are shortened, and shown to be, where the steps would be lost beside them. */
const CUT_ABOVE = 0.5;
/** Of the width, what is left of a shortened total before the first step. */
const STUB = 0.3;

export interface WaterfallBar {
  readonly key: string;
  readonly label: string;
  readonly amount: string;
  readonly kind: 'total' | 'more' | 'less';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Where its words stand. */
  readonly baseline: number;
  /** Where the line to the next bar stands; none after the last. */
  readonly link: { readonly x: number; readonly from: number; readonly to: number } | undefined;
  /** The left edge of the gap that shows that it was shortened. */
  readonly gap: number | undefined;
}

interface Step {
  readonly label: string;
  readonly amount: string;
  readonly value: number;
  readonly kind: 'total' | 'step';
}

/** Bars of a waterfall lying down, in a drawing of WIDTH × `height`: each step begins where the one before ended. */
export function waterfallLayout(steps: readonly Step[]): { height: number; bars: WaterfallBar[] } {
  const spans = spansOf(steps);
  const ends = spans.flatMap(({ from, to, kind }) => (kind === 'total' ? [to] : [from, to]));
  const least = Math.min(...ends);
  const most = Math.max(...ends);
  const isCut = least > 0 && least > most * CUT_ABOVE;
  const range = Math.max(1, isCut ? (most - least) / (1 - STUB) : Math.max(0, most) - Math.min(0, least));
  const origin = isCut ? most - range : Math.min(0, least);
  const xOf = (value: number) => LEFT + ((Math.max(origin, value) - origin) / range) * (RIGHT - LEFT);
  const bars = spans.map(({ from, to, kind, step }, index): WaterfallBar => {
    const y = index * ROW + (ROW - BAR) / 2;
    const start = xOf(Math.min(from, to));
    return {
      key: `${index}:${step.label}`,
      label: step.label,
      amount: step.amount,
      kind,
      x: start,
      y,
      // What is there is seen, however little it is.
      width: Math.max(1.5, xOf(Math.max(from, to)) - start),
      height: BAR,
      baseline: y + BAR - 3,
      link: index === spans.length - 1 ? undefined : { x: xOf(to), from: y + BAR, to: y + ROW },
      gap: kind === 'total' && isCut ? LEFT + 8 : undefined,
    };
  });
  return { height: steps.length * ROW, bars };
}

interface Span {
  readonly from: number;
  readonly to: number;
  readonly kind: WaterfallBar['kind'];
  readonly step: Step;
}

function spansOf(steps: readonly Step[]): Span[] {
  let reached = 0;
  return steps.map((step) => {
    const from = step.kind === 'total' ? 0 : reached;
    reached = from + step.value;
    return { from, to: reached, kind: step.kind === 'total' ? 'total' : step.value < 0 ? 'less' : 'more', step };
  });
}
