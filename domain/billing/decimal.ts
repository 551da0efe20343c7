/** An exact decimal number: `units` divided by ten to the power of `scale`. */
export interface Decimal {
  readonly units: bigint;
  readonly scale: number;
}

const DECIMAL = /^(-?)(\d+)(?:\.(\d+))?$/;

/** Reads plain notation such as "0.66286875" or "-12.5"; throws a RangeError on anything else. */
export function parseDecimal(text: string): Decimal {
  const match = DECIMAL.exec(text);
  if (match === null) throw new RangeError(`not a decimal number: "${text}"`);
  const [, sign = '', whole = '', fraction = ''] = match;
  const units = BigInt(whole + fraction);
  return { units: sign === '-' ? -units : units, scale: fraction.length };
}

/** An integer as a decimal; throws a RangeError where it is not a safe integer. */
export function decimalOf(integer: number): Decimal {
  if (!Number.isSafeInteger(integer)) throw new RangeError(`not a safe integer: ${integer}`);
  return { units: BigInt(integer), scale: 0 };
}

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale);
  return { units: unitsAt(a, scale) + unitsAt(b, scale), scale };
}

export function multiplyDecimals(a: Decimal, b: Decimal): Decimal {
  return { units: a.units * b.units, scale: a.scale + b.scale };
}

/** Plain notation, exact, without needless zeros but with at least `places` decimals: "0.62", "1.052076875". */
export function formatDecimal(value: Decimal, places = 2): string {
  const scale = Math.max(value.scale, places);
  const digits = unitsAt({ ...value, units: magnitude(value.units) }, scale)
    .toString()
    .padStart(scale + 1, '0');
  const whole = digits.slice(0, digits.length - scale);
  let fraction = digits.slice(digits.length - scale);
  while (fraction.length > places && fraction.endsWith('0')) fraction = fraction.slice(0, -1);
  return `${value.units < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/** The nearest integer; a half goes away from zero, as commercial rounding has it. */
export function roundDecimal(value: Decimal): number {
  const divisor = 10n ** BigInt(value.scale);
  const rounded = (magnitude(value.units) * 2n + divisor) / (divisor * 2n);
  return Number(value.units < 0n ? -rounded : rounded);
}

function unitsAt(value: Decimal, scale: number): bigint {
  return value.units * 10n ** BigInt(scale - value.scale);
}

function magnitude(units: bigint): bigint {
  return units < 0n ? -units : units;
}
