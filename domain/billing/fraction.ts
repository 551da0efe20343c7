import type { Decimal } from './decimal.ts';

/** An exact quotient in lowest terms; `over` is positive. */
export interface Fraction {
  readonly of: bigint;
  readonly over: bigint;
}

/** Throws a RangeError where `over` is zero. */
export function fraction(of: bigint, over = 1n): Fraction {
  if (over === 0n) throw new RangeError('a fraction over zero');
  const sign = over < 0n ? -1n : 1n;
  const divisor = gcd(of < 0n ? -of : of, over * sign) || 1n;
  return { of: (of * sign) / divisor, over: (over * sign) / divisor };
}

export const NOTHING: Fraction = { of: 0n, over: 1n };

/** An integer as a fraction; throws a RangeError where it is not a safe integer. */
export function fractionOf(integer: number): Fraction {
  if (!Number.isSafeInteger(integer)) throw new RangeError(`not a safe integer: ${integer}`);
  return { of: BigInt(integer), over: 1n };
}

export function fractionOfDecimal({ units, scale }: Decimal): Fraction {
  return fraction(units, 10n ** BigInt(scale));
}

export function plus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.of * b.over + b.of * a.over, a.over * b.over);
}

export function minus(a: Fraction, b: Fraction): Fraction {
  return fraction(a.of * b.over - b.of * a.over, a.over * b.over);
}

export function times(a: Fraction, b: Fraction): Fraction {
  return fraction(a.of * b.of, a.over * b.over);
}

/** Throws a RangeError where `b` is zero. */
export function dividedBy(a: Fraction, b: Fraction): Fraction {
  return fraction(a.of * b.over, a.over * b.of);
}

export function isLess(a: Fraction, b: Fraction): boolean {
  return a.of * b.over < b.of * a.over;
}

export function least(a: Fraction, b: Fraction): Fraction {
  return isLess(b, a) ? b : a;
}

export function greatest(a: Fraction, b: Fraction): Fraction {
  return isLess(a, b) ? b : a;
}

export function sumOf(parts: readonly Fraction[]): Fraction {
  return parts.reduce(plus, NOTHING);
}

/** The next integer at or below. */
export function floorOf({ of, over }: Fraction): bigint {
  const quotient = of / over;
  return of < 0n && quotient * over !== of ? quotient - 1n : quotient;
}

function gcd(a: bigint, b: bigint): bigint {
  let [more, less] = [a, b];
  while (less > 0n) [more, less] = [less, more % less];
  return more;
}
