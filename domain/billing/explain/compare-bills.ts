import { localTimeOf } from '../../local-time.ts';
import type { UtilityProfile } from '../../utility-profile.ts';
import type { AccountFacts, BillFacts, BillLine } from '../billing-source.ts';
import { type Fraction, fractionOf, NOTHING, times } from '../fraction.ts';
import { roundFraction } from '../rounding.ts';
import { TOU_PERIODS } from '../tariff.ts';
import { daysBetween, tariffsBetween } from '../tariff-versions.ts';
import { tierLimits } from '../tiers.ts';
import { monthsBefore } from '../usage-history.ts';
import { dailyUse } from './bill-model.ts';
import { estimateShifts } from './estimate-shifts.ts';
import { type ExplainableBill, type Explanation, explainBill } from './explain-bill.ts';

/** Which bill another one is set against. */
export const YARDSTICKS = ['month_before', 'year_before'] as const;
export type Yardstick = (typeof YARDSTICKS)[number];

/** A bill as its explanation speaks of it. */
export interface BillSide {
  readonly period: string;
  readonly amountFen: number;
  readonly days: number;
  readonly kwh: number;
  /** kWh a day, in tenths, without what an estimated reading brought from its neighbours. */
  readonly dailyTenths: number;
  /** The last kWh of each tier but the last; empty where there are no tiers. */
  readonly limits: readonly number[];
  /** Yuan a kWh at the end of the period, before tiers and hours. */
  readonly basePrice: string;
  /** Of all kWh, those in peak and critical peak hours, in per cent; null without time of use. */
  readonly peakPercent: number | null;
  readonly estimated: boolean;
  /** Whole kWh that belong to its neighbours, because a reading was estimated. */
  readonly shiftKwh: number;
  readonly lateFeeFen: number;
}

export interface Comparison extends Explanation {
  readonly yardstick: Yardstick;
  readonly before: BillSide;
  readonly now: BillSide;
}

export interface CompareGiven {
  readonly profile: Pick<UtilityProfile, 'tariffs' | 'billing' | 'timeZone'>;
  readonly account: Pick<AccountFacts, 'freeKwh'>;
  /** All that are known, in any order. */
  readonly bills: readonly BillFacts[];
}

/** The period that a bill is set against. */
export function yardstickOf(period: string, yardstick: Yardstick): string {
  return monthsBefore(period, yardstick === 'month_before' ? 1 : 12);
}

export interface BillWithLines {
  readonly bill: BillFacts;
  readonly lines: readonly BillLine[];
}

/** A bill set against an earlier one of the same account. */
export function compareBills(
  given: CompareGiven,
  yardstick: Yardstick,
  pair: { readonly before: BillWithLines; readonly now: BillWithLines },
): Comparison {
  const { timeZone } = given.profile;
  const dates = (bill: BillFacts) => ({
    from: localTimeOf(bill.from, timeZone).date,
    to: localTimeOf(bill.to, timeZone).date,
  });
  const oldestFirst = given.bills.toSorted((a, b) => (a.period < b.period ? -1 : 1));
  const shifts = estimateShifts(
    oldestFirst.map((bill) => {
      const { from, to } = dates(bill);
      return { period: bill.period, days: daysBetween(from, to), kwh: bill.kwh, estimated: bill.estimated };
    }),
  );
  const explainable = ({ bill, lines }: BillWithLines): ExplainableBill => ({
    ...bill,
    ...dates(bill),
    lines,
    tariff: given.profile.tariffs[bill.tariff],
    freeKwh: given.account.freeKwh,
    rounding: given.profile.billing.rounding,
    shift: shifts.get(bill.period) ?? NOTHING,
  });
  const before = explainable(pair.before);
  const now = explainable(pair.now);
  return {
    ...explainBill(before, now),
    yardstick,
    before: sideOf(before, pair.before.bill.estimated),
    now: sideOf(now, pair.now.bill.estimated),
  };
}

function sideOf(bill: ExplainableBill, estimated: boolean): BillSide {
  const days = Math.max(1, daysBetween(bill.from, bill.to));
  const tariff = tariffsBetween(bill.tariff, bill.from, bill.to).at(-1)?.tariff ?? bill.tariff.rates;
  const daily = dailyUse({ kwh: bill.kwh, days, shift: bill.shift });
  return {
    period: bill.period,
    amountFen: bill.amountFen,
    days,
    kwh: bill.kwh,
    dailyTenths: rounded(times(daily, fractionOf(10))),
    limits: tariff.tiers === undefined ? [] : tierLimits(tariff.tiers, Number(bill.period.slice(5))),
    basePrice: tariff.basePrice,
    peakPercent: peakPercent(bill),
    estimated,
    shiftKwh: rounded(bill.shift),
    lateFeeFen: bill.lines.reduce((sum, line) => sum + (line.code === 'late_fee' ? line.amountFen : 0), 0),
  };
}

function peakPercent({ lines, kwh }: ExplainableBill): number | null {
  const hours = lines.filter(({ code }) => (TOU_PERIODS as readonly string[]).includes(code));
  if (hours.length === 0 || kwh === 0) return null;
  const dear = hours.filter(({ code }) => code === 'peak' || code === 'critical_peak');
  return Math.round((dear.reduce((sum, line) => sum + (line.kwh ?? 0), 0) * 100) / kwh);
}

function rounded(value: Fraction): number {
  return roundFraction(value, 'half_up');
}
