import type { ClockTerms } from '../../../domain/tickets/ticket-clocks.ts';

const figure = (value: number) => ({ value, confirmed: true });

/** The standards of no utility in particular. */
export const EXAMPLE_STANDARDS: ClockTerms = {
  arrivalMinutes: { urban: figure(40), rural: figure(80), remote: figure(120) },
  restorationHours: { urban: figure(3), rural: figure(4), remote: figure(5) },
  importantArrivalMinutes: figure(30),
  warnAtPercent: { P1: figure(50), P2: figure(60), P3: figure(75), P4: figure(80) },
};
