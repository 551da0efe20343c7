import type { HourSpan, TimeOfUse, TouPeriod } from './tariff.ts';

export interface HourOfDay {
  /** 1 to 12. */
  readonly month: number;
  /** 0 to 23, local time. */
  readonly hour: number;
  /** The day's highest temperature, where known. */
  readonly celsius?: number;
}

/** The period of the tariff that an hour of the day falls into. */
export function touPeriodOf(timeOfUse: TimeOfUse, { month, hour, celsius }: HourOfDay): TouPeriod {
  const critical = timeOfUse.criticalPeak;
  if (critical !== undefined && within(critical.spans, hour)) {
    const hot = celsius !== undefined && celsius >= critical.hotDayCelsius;
    if (hot || critical.months.includes(month)) return 'critical_peak';
  }
  if (within(timeOfUse.peak, hour)) return 'peak';
  return within(timeOfUse.valley, hour) ? 'valley' : 'flat';
}

function within(spans: readonly HourSpan[], hour: number): boolean {
  return spans.some(({ from, to }) => hour >= from && hour < to);
}
