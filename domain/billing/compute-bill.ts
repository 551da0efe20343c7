import {
  addDecimals,
  type Decimal,
  decimalOf,
  formatDecimal,
  multiplyDecimals,
  parseDecimal,
  roundDecimal,
} from './decimal.ts';
import { type Tariff, type TimeOfUse, TOU_PERIODS, type TouPeriod } from './tariff.ts';
import { splitByTier } from './tiers.ts';

/** Usage of one month in whole kWh; `periods` by time of use, adding up to `kwh`, where the tariff has one. */
export interface Usage {
  readonly kwh: number;
  readonly periods?: Readonly<Partial<Record<TouPeriod, number>>>;
}

/** energy: all of it at one price; tier1, tier2, …: the usage in each tier; tier2_surcharge, …: what tiers add to prices by time of use. */
export type ChargeCode = 'energy' | `tier${number}` | TouPeriod | `tier${number}_surcharge`;

export interface Charge {
  readonly code: ChargeCode;
  readonly kwh: number;
  /** Yuan a kWh, exact. */
  readonly price: string;
  readonly amountFen: number;
}

export interface ComputedBill {
  /** Never empty: without usage one line of nothing. Lines without usage are left out otherwise. */
  readonly lines: readonly Charge[];
  readonly totalFen: number;
}

/**
 * The energy charges of one month (1 to 12, which decides the tiers' season).
 *
 * Rounding: every line is its kWh times its exact price, rounded once to the fen, a half upwards; the total is the sum
 * of the lines. So lines add up to the total always, and a bill differs from the exact sum by at most half a fen a line.
 *
 * Throws a RangeError where usage is not whole and non-negative, or its periods do not add up to it. Tiers, time of use
 * and their combination follow the price notices of Guangdong (Development and Reform Commission, 2012 and 2021): with
 * both, tiers add their surcharge on top of the prices by time of use.
 */
export function computeBill(tariff: Tariff, month: number, usage: Usage): ComputedBill {
  requireWhole(usage.kwh);
  const base = parseDecimal(tariff.basePrice);
  const parts =
    tariff.timeOfUse === undefined
      ? tieredParts(tariff, { month, kwh: usage.kwh, base })
      : [...timeOfUseParts(tariff.timeOfUse, usage, base), ...surchargeParts(tariff, month, usage.kwh)];
  const used = parts.filter((part) => part.kwh > 0);
  const lines = (used.length > 0 ? used : parts.slice(0, 1)).map(chargeOf);
  return { lines, totalFen: lines.reduce((sum, line) => sum + line.amountFen, 0) };
}

interface Part {
  readonly code: ChargeCode;
  readonly kwh: number;
  readonly price: Decimal;
}

const FEN_PER_YUAN = decimalOf(100);

function chargeOf({ code, kwh, price }: Part): Charge {
  const exact = multiplyDecimals(multiplyDecimals(price, decimalOf(kwh)), FEN_PER_YUAN);
  return { code, kwh, price: formatDecimal(price), amountFen: roundDecimal(exact) };
}

function tieredParts(tariff: Tariff, { month, kwh, base }: { month: number; kwh: number; base: Decimal }): Part[] {
  if (tariff.tiers === undefined) return [{ code: 'energy', kwh, price: base }];
  return splitByTier(tariff.tiers, month, kwh).map((tier) => ({
    code: `tier${tier.number}` as const,
    kwh: tier.kwh,
    price: addDecimals(base, parseDecimal(tier.surcharge)),
  }));
}

function timeOfUseParts(timeOfUse: TimeOfUse, usage: Usage, base: Decimal): Part[] {
  const periods = TOU_PERIODS.map((code) => ({ code, kwh: usage.periods?.[code] ?? 0 }));
  for (const { kwh } of periods) requireWhole(kwh);
  const sum = periods.reduce((total, { kwh }) => total + kwh, 0);
  if (sum !== usage.kwh) throw new RangeError(`periods add up to ${sum} kWh, not to ${usage.kwh}`);
  return periods.map(({ code, kwh }) => ({ code, kwh, price: multiplyDecimals(base, ratioOf(timeOfUse, code)) }));
}

function ratioOf(timeOfUse: TimeOfUse, period: TouPeriod): Decimal {
  if (period !== 'critical_peak') return parseDecimal(timeOfUse.ratios[period]);
  const factor = timeOfUse.criticalPeak?.factor ?? '1';
  return multiplyDecimals(parseDecimal(timeOfUse.ratios.peak), parseDecimal(factor));
}

function surchargeParts(tariff: Tariff, month: number, kwh: number): Part[] {
  if (tariff.tiers === undefined) return [];
  return splitByTier(tariff.tiers, month, kwh)
    .map((tier) => ({
      code: `tier${tier.number}_surcharge` as const,
      kwh: tier.kwh,
      price: parseDecimal(tier.surcharge),
    }))
    .filter((part) => part.price.units !== 0n);
}

function requireWhole(kwh: number): void {
  if (!Number.isSafeInteger(kwh) || kwh < 0) throw new RangeError(`usage must be whole kWh, not ${kwh}`);
}
