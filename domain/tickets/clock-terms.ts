import type { ServiceStandards, UtilityProfile } from '../utility-profile.ts';
import type { WorkingCalendar } from './working-days.ts';

/** What the clocks of tickets go by, and when a chase-up raises one. */
export interface ClockTerms
  extends Pick<
    ServiceStandards,
    | 'dispatchMinutes'
    | 'importantDispatchMinutes'
    | 'arrivalMinutes'
    | 'importantArrivalMinutes'
    | 'restorationHours'
    | 'callBackHours'
    | 'damageVisitHours'
    | 'meterWorkingDays'
    | 'complaintContactHours'
    | 'complaintAnswerWorkingDays'
    | 'reconnectionHours'
    | 'warnAtPercent'
    | 'raiseAfterChases'
  > {
  readonly calendar: WorkingCalendar;
}

/** The terms of a utility. */
export function clockTermsOf(
  profile: Pick<UtilityProfile, 'standards' | 'timeZone' | 'workingDays' | 'holidays'>,
): ClockTerms {
  const { standards, timeZone, workingDays, holidays } = profile;
  return {
    ...standards,
    calendar: {
      timeZone,
      weekdays: standards.workingWeekdays,
      holidays: holidays.map(({ date }) => date),
      makeUpDays: workingDays.map(({ date }) => date),
    },
  };
}
