import { billPeriod } from '../bill-period.ts';
import type { BillLine } from '../billing-source.ts';
import type { Usage } from '../compute-bill.ts';
import { type Fraction, fraction, minus, NOTHING, plus } from '../fraction.ts';
import { type Rounding, roundFraction } from '../rounding.ts';
import { type TariffVersions, TOU_PERIODS, type TouPeriod } from '../tariff.ts';
import { daysBetween, tariffsBetween } from '../tariff-versions.ts';
import { type BillFactors, dailyUse, FACTORS, type Factor, modelBill } from './bill-model.ts';
import { shapley } from './shapley.ts';
import { wholeShares } from './whole-shares.ts';

/** What may make one bill differ from another; `unexplained` is what the tariff does not account for. */
export const CAUSES = [
  'days',
  'usage',
  'tier',
  'season',
  'time_of_use',
  'tariff',
  'estimate',
  'late_fee',
  'correction',
  'unexplained',
] as const;
export type Cause = (typeof CAUSES)[number];

/** A bill and what it was made by. */
export interface ExplainableBill {
  /** YYYY-MM. */
  readonly period: string;
  /** Local days, YYYY-MM-DD; the second is excluded. */
  readonly from: string;
  readonly to: string;
  readonly kwh: number;
  readonly amountFen: number;
  readonly lines: readonly BillLine[];
  readonly tariff: TariffVersions;
  readonly freeKwh: boolean;
  readonly rounding: Rounding;
  /** kWh billed with it that belong to its neighbours: `estimateShifts`. */
  readonly shift: Fraction;
}

export interface ExplainedPart {
  readonly cause: Cause;
  /** Never 0; positive where it makes the bill higher. */
  readonly amountFen: number;
  /** Codes of the lines that it moves, on either bill. */
  readonly lines: readonly string[];
}

export interface Explanation {
  readonly differenceFen: number;
  /** In the order of CAUSES; they add up to the difference. */
  readonly parts: readonly ExplainedPart[];
}

/**
 * Why a bill is higher or lower than another one, to the fen.
 *
 * Late fees and corrections are lines of their own: their differences are read off. What the tariff makes of the usage is
 * divided among what has changed (days, daily use, season, prices, the hours of use, an estimated reading) by Shapley's
 * method on the exact amounts. What days and daily use change in the tiers' surcharges is told apart as `tier`: the value
 * of a sum is the sum of the values. The parts are then made whole fen that add up to the difference of the bills as the
 * tariff computes them, and what the bills differ from that by is `unexplained`. So parts add up always, and an amount that
 * no arithmetic accounts for is never given another name.
 */
export function explainBill(before: ExplainableBill, now: ExplainableBill): Explanation {
  const computed = { before: computedFen(before), now: computedFen(now) };
  const shares = sharesOf(factorsOf(before, now), factorsOf(now, before));
  const whole = wholeShares([...shares.values()], computed.now - computed.before);
  const amounts = new Map<Cause, number>([...shares.keys()].map((cause, index) => [cause, whole[index] ?? 0]));
  for (const code of SEPARATE) amounts.set(code, fenOf(now, code) - fenOf(before, code));
  amounts.set('unexplained', chargedFen(now) - computed.now - (chargedFen(before) - computed.before));
  const codes = [...new Set([...before.lines, ...now.lines].map(({ code }) => code))];
  return {
    differenceFen: now.amountFen - before.amountFen,
    parts: CAUSES.map((cause) => ({
      cause,
      amountFen: amounts.get(cause) ?? 0,
      lines: codes.filter((code) => moves(cause, code)),
    })).filter(({ amountFen }) => amountFen !== 0),
  };
}

/** Lines that no usage makes. */
const SEPARATE = ['late_fee', 'correction'] as const;

function isSeparate(code: string): code is (typeof SEPARATE)[number] {
  return (SEPARATE as readonly string[]).includes(code);
}

function fenOf({ lines }: ExplainableBill, wanted: string): number {
  return lines.reduce((sum, { code, amountFen }) => sum + (code === wanted ? amountFen : 0), 0);
}

/** What was billed for usage. */
function chargedFen(bill: ExplainableBill): number {
  return SEPARATE.reduce((sum, code) => sum - fenOf(bill, code), bill.amountFen);
}

/** What the tariff makes of the usage: with the bill's own rounding where its lines tell the usage, else the exact amount's. */
function computedFen(bill: ExplainableBill): number {
  const usage = usageOf(bill);
  const known = TOU_PERIODS.reduce((sum, code) => sum + (usage.periods?.[code] ?? 0), 0) === bill.kwh;
  const needsPeriods = tariffsOf(bill).some(({ tariff }) => tariff.timeOfUse !== undefined);
  if (known || !needsPeriods) return billPeriod({ ...bill, usage: known ? usage : { kwh: bill.kwh } }, bill).totalFen;
  return roundFraction(modelBill(factorsOf(bill, bill)).all, bill.rounding.mode);
}

function usageOf({ kwh, lines }: ExplainableBill): Usage {
  const periods: Partial<Record<TouPeriod, number>> = {};
  for (const code of TOU_PERIODS) {
    periods[code] = lines.reduce((sum, line) => sum + (line.code === code ? (line.kwh ?? 0) : 0), 0);
  }
  return { kwh, periods };
}

function tariffsOf({ tariff, from, to }: ExplainableBill) {
  return tariffsBetween(tariff, from, to);
}

function factorsOf(bill: ExplainableBill, other: ExplainableBill): BillFactors {
  const days = Math.max(1, daysBetween(bill.from, bill.to));
  return {
    days,
    usage: dailyUse({ kwh: bill.kwh, days, shift: bill.shift }),
    estimate: bill.shift,
    season: Number(bill.period.slice(5)),
    tariff: { versions: tariffsOf(bill), freeKwh: bill.freeKwh },
    time_of_use: hoursOf(bill) ?? hoursOf(other) ?? ALL_FLAT,
  };
}

const ALL_FLAT = { flat: fraction(1n) };

/** The shares of the periods of the day, where the bill tells them. */
function hoursOf(bill: ExplainableBill): BillFactors['time_of_use'] | null {
  const { periods = {} } = usageOf(bill);
  const all = Object.values(periods).reduce((sum, kwh) => sum + kwh, 0);
  if (all === 0) return null;
  const shares: Partial<Record<TouPeriod, Fraction>> = {};
  for (const code of TOU_PERIODS) shares[code] = fraction(BigInt(periods[code] ?? 0), BigInt(all));
  return shares;
}

function sharesOf(before: BillFactors, now: BillFactors): Map<Cause, Fraction> {
  const mixed = (changed: ReadonlySet<Factor>): BillFactors => {
    const pick = <F extends Factor>(factor: F): BillFactors[F] => (changed.has(factor) ? now : before)[factor];
    return {
      days: pick('days'),
      usage: pick('usage'),
      estimate: pick('estimate'),
      season: pick('season'),
      tariff: pick('tariff'),
      time_of_use: pick('time_of_use'),
    };
  };
  const modelled = new Map<string, ReturnType<typeof modelBill>>();
  const modelOf = (changed: ReadonlySet<Factor>) => {
    const key = [...changed].join();
    const model = modelled.get(key) ?? modelBill(mixed(changed));
    modelled.set(key, model);
    return model;
  };
  const changing = FACTORS.filter((factor) => !isSame(before[factor], now[factor]));
  const base = shapley(changing, (changed) => minus(modelOf(changed).all, modelOf(changed).tiers));
  const tiers = shapley(changing, (changed) => modelOf(changed).tiers);
  const of = (shares: ReadonlyMap<Factor, Fraction>, factor: Factor) => shares.get(factor) ?? NOTHING;
  const both = (factor: Factor) => plus(of(base, factor), of(tiers, factor));
  return new Map<Cause, Fraction>([
    ['days', of(base, 'days')],
    ['usage', of(base, 'usage')],
    ['tier', plus(of(tiers, 'days'), of(tiers, 'usage'))],
    ['season', both('season')],
    ['time_of_use', both('time_of_use')],
    ['tariff', both('tariff')],
    ['estimate', both('estimate')],
  ]);
}

/** Plain data, written alike where it is alike. */
function isSame(a: unknown, b: unknown): boolean {
  const text = (value: unknown) => JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? `${item}` : item));
  return text(a) === text(b);
}

/** Whether a cause moves a line of the bill. */
function moves(cause: Cause, code: string): boolean {
  if (cause === 'late_fee' || cause === 'correction') return code === cause;
  if (cause === 'unexplained' || isSeparate(code)) return false;
  if (cause === 'tier') return /^tier([2-9]|\d\d)/.test(code);
  if (cause === 'season') return code.startsWith('tier');
  if (cause === 'time_of_use') return (TOU_PERIODS as readonly string[]).includes(code);
  return code !== 'rounding' && code !== 'minimum' && code !== 'free';
}
