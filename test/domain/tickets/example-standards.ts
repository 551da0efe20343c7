import type { ClockTerms } from '../../../domain/tickets/clock-terms.ts';

const figure = (value: number) => ({ value, confirmed: true });

/** The standards of no utility in particular. Dispatch leaves more time than usual, so that tests can work before it is due. */
export const EXAMPLE_STANDARDS: ClockTerms = {
  dispatchMinutes: figure(10),
  importantDispatchMinutes: figure(6),
  arrivalMinutes: { urban: figure(40), rural: figure(80), remote: figure(120) },
  restorationHours: { urban: figure(3), rural: figure(4), remote: figure(5) },
  importantArrivalMinutes: figure(30),
  callBackHours: figure(24),
  damageVisitHours: figure(24),
  meterWorkingDays: figure(5),
  complaintContactHours: figure(24),
  complaintAnswerWorkingDays: figure(5),
  reconnectionHours: figure(24),
  raiseAfterChases: 3,
  warnAtPercent: { P1: figure(50), P2: figure(60), P3: figure(75), P4: figure(80) },
  calendar: {
    timeZone: 'Asia/Shanghai',
    weekdays: [1, 2, 3, 4, 5],
    holidays: ['2026-10-01', '2026-10-02', '2026-10-05', '2026-10-06', '2026-10-07'],
    makeUpDays: ['2026-10-10'],
  },
};
