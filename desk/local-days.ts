import { addDays, localTimeOf, momentOf } from '../domain/local-time.ts';
import type { Stretch } from '../store/repositories/rating-repository.ts';

/** Local days, YYYY-MM-DD, both included; the last thirty where absent. */
export interface DaysAsked {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

export interface Days extends Stretch {
  readonly firstDay: string;
  readonly lastDay: string;
}

const DAYS_SHOWN = 30;

/** The stretch of time that local days make. */
export function daysOf(
  { now, timeZone }: { readonly now: () => number; readonly timeZone: string },
  { from, to }: DaysAsked,
): Days {
  const lastDay = to ?? localTimeOf(now(), timeZone).date;
  const firstDay = from ?? addDays(lastDay, 1 - DAYS_SHOWN);
  return {
    firstDay,
    lastDay,
    from: momentOf({ date: firstDay, minute: 0 }, timeZone),
    before: momentOf({ date: addDays(lastDay, 1), minute: 0 }, timeZone),
  };
}
