import { addDecimals, type Decimal, decimalOf, multiplyDecimals, parseDecimal } from './decimal.ts';
import {
  type Fraction,
  fractionOf,
  fractionOfDecimal,
  greatest,
  isLess,
  least,
  minus,
  NOTHING,
  plus,
  sumOf,
  times,
} from './fraction.ts';
import { type Tariff, type TimeOfUse, TOU_PERIODS, type TouPeriod } from './tariff.ts';
import { splitByTier, type UsageStretch } from './tiers.ts';

/** energy: all of it at one price; tier1, tier2, …: the usage in each tier; tier2_surcharge, …: what tiers add to prices by time of use; free: what is taken off. */
export type EnergyCode = 'energy' | 'free' | `tier${number}` | TouPeriod | `tier${number}_surcharge`;

export interface ExactUsage {
  readonly kwh: Fraction;
  /** Adding up to `kwh`, where the tariff goes by the time of use. */
  readonly periods?: Readonly<Partial<Record<TouPeriod, Fraction>>>;
}

/** Days of a billing period that one tariff holds for, and what was used in them. */
export interface ExactPart {
  readonly tariff: Tariff;
  /** 1 to 12: decides the tiers' season. */
  readonly month: number;
  readonly usage: ExactUsage;
}

export interface ExactCharge {
  readonly code: EnergyCode;
  readonly kwh: Fraction;
  /** Yuan a kWh. */
  readonly price: Decimal;
}

/**
 * What the kWh of a period cost, before rounding, part after part; charges of nothing included.
 *
 * Tiers count the kWh of the whole period through: those of the second part begin where those of the first end. Free kWh,
 * of the last part's tariff, are the first ones of the period, with time of use the dearest of each part.
 */
export function exactCharges(parts: readonly ExactPart[], eligibleForFree: boolean): ExactCharge[] {
  let counted = NOTHING;
  let freeLeft = fractionOf(eligibleForFree ? (parts.at(-1)?.tariff.freeKwh ?? 0) : 0);
  const charges: ExactCharge[] = [];
  const free: ExactCharge[] = [];
  for (const part of parts) {
    const stretch = { from: counted, to: plus(counted, part.usage.kwh) };
    const own = chargesOf(part, stretch);
    charges.push(...own);
    const taken = least(freeLeft, part.usage.kwh);
    free.push(...freeOf(part, own, { from: counted, to: plus(counted, taken) }));
    freeLeft = minus(freeLeft, taken);
    counted = stretch.to;
  }
  return [...charges, ...free];
}

/** What charges come to, in fen, not rounded. */
export function exactFen(charges: readonly ExactCharge[]): Fraction {
  return sumOf(charges.map(({ kwh, price }) => times(times(kwh, fractionOfDecimal(price)), FEN_PER_YUAN)));
}

const FEN_PER_YUAN = fractionOf(100);

function chargesOf({ tariff, month, usage }: ExactPart, stretch: UsageStretch): ExactCharge[] {
  const base = parseDecimal(tariff.basePrice);
  if (tariff.timeOfUse !== undefined) {
    return [...timeOfUseCharges(tariff.timeOfUse, usage, base), ...surchargeCharges(tariff, month, stretch)];
  }
  if (tariff.tiers === undefined) return [{ code: 'energy', kwh: usage.kwh, price: base }];
  return splitByTier(tariff.tiers, month, stretch).map(({ number, kwh, surcharge }) => ({
    code: `tier${number}` as const,
    kwh,
    price: addDecimals(base, parseDecimal(surcharge)),
  }));
}

function timeOfUseCharges(timeOfUse: TimeOfUse, usage: ExactUsage, base: Decimal): ExactCharge[] {
  return TOU_PERIODS.map((code) => ({
    code,
    kwh: usage.periods?.[code] ?? NOTHING,
    price: multiplyDecimals(base, ratioOf(timeOfUse, code)),
  }));
}

function ratioOf(timeOfUse: TimeOfUse, period: TouPeriod): Decimal {
  if (period !== 'critical_peak') return parseDecimal(timeOfUse.ratios[period]);
  const factor = timeOfUse.criticalPeak?.factor ?? '1';
  return multiplyDecimals(parseDecimal(timeOfUse.ratios.peak), parseDecimal(factor));
}

function surchargeCharges({ tiers }: Tariff, month: number, stretch: UsageStretch): ExactCharge[] {
  if (tiers === undefined) return [];
  return splitByTier(tiers, month, stretch)
    .map(({ number, kwh, surcharge }) => ({
      code: `tier${number}_surcharge` as const,
      kwh,
      price: parseDecimal(surcharge),
    }))
    .filter(({ price }) => price.units !== 0n);
}

const MINUS_ONE = decimalOf(-1);

/** What the free kWh would have cost, taken off again. */
function freeOf({ tariff, month }: ExactPart, charges: readonly ExactCharge[], stretch: UsageStretch): ExactCharge[] {
  const takeOff = ({ kwh, price }: ExactCharge): ExactCharge => ({
    code: 'free',
    kwh,
    price: multiplyDecimals(price, MINUS_ONE),
  });
  const kwh = minus(stretch.to, stretch.from);
  if (tariff.timeOfUse === undefined) {
    return chargesOf({ tariff, month, usage: { kwh } }, stretch).map(takeOff);
  }
  const dearestFirst = charges
    .filter(({ code }) => (TOU_PERIODS as readonly string[]).includes(code))
    .toSorted((a, b) => (isLess(fractionOfDecimal(a.price), fractionOfDecimal(b.price)) ? 1 : -1));
  let left = kwh;
  const covered = dearestFirst.map((charge) => {
    const taken = greatest(NOTHING, least(left, charge.kwh));
    left = minus(left, taken);
    return { ...charge, kwh: taken };
  });
  return [...covered, ...surchargeCharges(tariff, month, stretch)].map(takeOff);
}
