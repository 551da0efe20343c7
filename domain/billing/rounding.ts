import { type Fraction, floorOf, fraction } from './fraction.ts';

export const ROUNDING_MODES = ['half_up', 'half_even', 'down'] as const;

/** How amounts become whole fen, and what a total is a multiple of. */
export interface Rounding {
  /** A half goes away from zero, or to the even neighbour; `down` cuts off towards zero. */
  readonly mode: (typeof ROUNDING_MODES)[number];
  /** 1 where totals are to the fen, 10 to the jiao, 100 to the yuan. */
  readonly unitFen: 1 | 10 | 100;
}

/** Commercial rounding to the fen. */
export const TO_THE_FEN: Rounding = { mode: 'half_up', unitFen: 1 };

/** The integer that an exact value is rounded to. */
export function roundFraction(value: Fraction, mode: Rounding['mode']): number {
  const size = { of: value.of < 0n ? -value.of : value.of, over: value.over };
  const below = floorOf(size);
  const twiceRest = (size.of - below * size.over) * 2n;
  const up = twiceRest > size.over || (twiceRest === size.over && (mode === 'half_up' || below % 2n === 1n));
  const rounded = up && mode !== 'down' ? below + 1n : below;
  return Number(value.of < 0n ? -rounded : rounded);
}

/** Whole fen as the nearest multiple of the unit. */
export function roundToUnit(fen: number, { mode, unitFen }: Rounding): number {
  return roundFraction(fraction(BigInt(fen), BigInt(unitFen)), mode) * unitFen;
}
