import { addDays, localTimeOf, momentOf } from '../../domain/local-time.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';

/** One month of bills: its bounds as moments, its dates as the profile's terms have them. */
export interface BillingMonth {
  /** YYYY-MM. */
  readonly period: string;
  /** 1 to 12. */
  readonly month: number;
  readonly fromAt: number;
  readonly toAt: number;
  /** The same as local days, YYYY-MM-DD; the second is excluded. */
  readonly from: string;
  readonly to: string;
  readonly issuedAt: number;
  /** The last moment of the due date, but for a second. */
  readonly dueAt: number;
  readonly dueDate: string;
}

/**
 * So many months, oldest first, the last one the latest whose bill has been issued by `now`: the month before, or the
 * one before that in the days before the issue day.
 */
export function billingMonths(profile: UtilityProfile, now: number, count: number): BillingMonth[] {
  const { date } = localTimeOf(now, profile.timeZone);
  const ended = Number(date.slice(8)) >= profile.billing.issueDay ? 1 : 2;
  return Array.from({ length: count }, (_, index) =>
    monthOf(profile, shiftMonth(date.slice(0, 7), index - count + 1 - ended)),
  );
}

function monthOf({ timeZone, billing }: UtilityProfile, period: string): BillingMonth {
  const next = shiftMonth(period, 1);
  const dayOfNext = (day: number) => `${next}-${String(day).padStart(2, '0')}`;
  const midnight = (date: string) => momentOf({ date, minute: 0 }, timeZone);
  return {
    period,
    month: Number(period.slice(5)),
    from: `${period}-01`,
    to: `${next}-01`,
    fromAt: midnight(`${period}-01`),
    toAt: midnight(`${next}-01`),
    issuedAt: midnight(dayOfNext(billing.issueDay)),
    dueDate: dayOfNext(billing.dueDay),
    dueAt: midnight(addDays(dayOfNext(billing.dueDay), 1)) - 1000,
  };
}

function shiftMonth(period: string, months: number): string {
  const index = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;
}
