import { formatDecimal } from './decimal.ts';
import { type EnergyCode, type ExactCharge, type ExactPart, exactCharges, exactFen } from './exact-charges.ts';
import { type Fraction, fractionOf, plus } from './fraction.ts';
import { type Rounding, roundFraction, roundToUnit, TO_THE_FEN } from './rounding.ts';
import { type Tariff, TOU_PERIODS, type TouPeriod } from './tariff.ts';

/** Usage of one month in whole kWh; `periods` by time of use, adding up to `kwh`, where the tariff has one. */
export interface Usage {
  readonly kwh: number;
  readonly periods?: Readonly<Partial<Record<TouPeriod, number>>>;
}

/** minimum: what is lacking to the tariff's least amount; rounding: what makes the total a multiple of the unit. */
export type ChargeCode = EnergyCode | 'minimum' | 'rounding';

export interface Charge {
  readonly code: ChargeCode;
  readonly kwh: number | null;
  /** Yuan a kWh, exact. */
  readonly price: string | null;
  readonly amountFen: number;
}

export interface ComputedBill {
  /** Never empty: without usage one line of nothing. Lines without usage are left out otherwise. */
  readonly lines: readonly Charge[];
  readonly totalFen: number;
}

/** Days of a billing period that one tariff holds for. */
export interface BillPart {
  readonly tariff: Tariff;
  /** 1 to 12: decides the tiers' season. */
  readonly month: number;
  /** By a reading on the day of the change, or the period's split by days (`splitByDays`). */
  readonly usage: Usage;
}

export interface BillTerms {
  /** The household gets the tariff's free kWh. */
  readonly freeKwh?: boolean;
  readonly rounding?: Rounding;
}

/** The charges of one month under one tariff; see `computePeriod`. */
export function computeBill(tariff: Tariff, month: number, usage: Usage): ComputedBill {
  return computePeriod([{ tariff, month, usage }]);
}

/**
 * The charges of a billing period, late fees and corrections apart.
 *
 * Parts: tiers count the kWh of the whole period through, so that a part begins in the tier in which the one before it
 * ended; lines of one kind at one price stand together. A period split between two equal tariffs is therefore billed as
 * if it had not been. Minimum and free kWh are those of the last part's tariff.
 *
 * Rounding: every line is its kWh times its exact price, rounded once to the fen; the total is the sum of the lines, and
 * where it has to be a multiple of more than a fen, a last line makes it one. So lines add up to the total always.
 *
 * Throws a RangeError where usage is not whole and non-negative, or its periods do not add up to it. Tiers, time of use
 * and their combination follow the price notices of Guangdong (Development and Reform Commission, 2012 and 2021): with
 * both, tiers add their surcharge on top of the prices by time of use.
 */
export function computePeriod(parts: readonly BillPart[], terms: BillTerms = {}): ComputedBill {
  const rounding = terms.rounding ?? TO_THE_FEN;
  const charges = exactCharges(parts.map(exactPart), terms.freeKwh ?? false);
  const used = together(charges).filter(({ kwh }) => kwh.of > 0n);
  const energy = (used.length > 0 ? used : charges.slice(0, 1)).map((charge) => lineOf(charge, rounding));
  const least = parts.at(-1)?.tariff.minimumFen ?? 0;
  const lines = withRounding(withMinimum(energy, least), rounding);
  return { lines, totalFen: sumOfLines(lines) };
}

/** A part as the exact engine takes it; throws as `computePeriod` does. */
export function exactPart({ tariff, month, usage }: BillPart): ExactPart {
  requireWhole(usage.kwh);
  if (tariff.timeOfUse === undefined) return { tariff, month, usage: { kwh: fractionOf(usage.kwh) } };
  const periods = TOU_PERIODS.map((code) => [code, usage.periods?.[code] ?? 0] as const);
  for (const [, kwh] of periods) requireWhole(kwh);
  const sum = periods.reduce((total, [, kwh]) => total + kwh, 0);
  if (sum !== usage.kwh) throw new RangeError(`periods add up to ${sum} kWh, not to ${usage.kwh}`);
  const exact: Partial<Record<TouPeriod, Fraction>> = {};
  for (const [code, kwh] of periods) exact[code] = fractionOf(kwh);
  return { tariff, month, usage: { kwh: fractionOf(usage.kwh), periods: exact } };
}

/** Charges of one kind at one price as one, where the first of them stands. */
function together(charges: readonly ExactCharge[]): ExactCharge[] {
  const byKind = new Map<string, ExactCharge>();
  for (const charge of charges) {
    const key = `${charge.code} ${formatDecimal(charge.price)}`;
    const known = byKind.get(key);
    byKind.set(key, known ? { ...known, kwh: plus(known.kwh, charge.kwh) } : charge);
  }
  return [...byKind.values()];
}

function lineOf(charge: ExactCharge, { mode }: Rounding): Charge {
  const { code, kwh, price } = charge;
  return { code, kwh: Number(kwh.of), price: formatDecimal(price), amountFen: roundFraction(exactFen([charge]), mode) };
}

function withMinimum(lines: readonly Charge[], leastFen: number): readonly Charge[] {
  const lacking = leastFen - sumOfLines(lines);
  return lacking > 0 ? [...lines, { code: 'minimum', kwh: null, price: null, amountFen: lacking }] : lines;
}

function withRounding(lines: readonly Charge[], rounding: Rounding): readonly Charge[] {
  const sum = sumOfLines(lines);
  const gap = roundToUnit(sum, rounding) - sum;
  return gap === 0 ? lines : [...lines, { code: 'rounding', kwh: null, price: null, amountFen: gap }];
}

function sumOfLines(lines: readonly Charge[]): number {
  return lines.reduce((sum, line) => sum + line.amountFen, 0);
}

function requireWhole(kwh: number): void {
  if (!Number.isSafeInteger(kwh) || kwh < 0) throw new RangeError(`usage must be whole kWh, not ${kwh}`);
}
