/** What is reckoned, in the order shown. */
export const MEASURES = ['saidi', 'saifi', 'caidi'] as const;
export type Measure = (typeof MEASURES)[number];

/** An index as it is read: interruptions to thousandths, minutes to tenths; a dash where there is no value. */
export function indexText(measure: Measure, value: number | null): string {
  return value === null ? '–' : value.toFixed(measure === 'saifi' ? 3 : 1);
}

/** Year and month of YYYY-MM, as numbers. */
export function yearAndMonth(month: string): readonly [year: number, month: number] {
  return [Number(month.slice(0, 4)), Number(month.slice(5))];
}

/** A tick of the scale, without needless zeros. */
export function tickText(value: number): string {
  return String(Math.round(value * 1e6) / 1e6);
}
