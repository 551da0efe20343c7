import type { AskingRules } from '../../../domain/asking/plan-asking.ts';

/** Asks by itself, four because of an incident and two at a time, by day. */
export const EXAMPLE_ASKING: AskingRules = {
  terms: {
    on: true,
    startsByItself: true,
    mostPerIncident: 4,
    mostPerLook: 2,
    leastGainBits: 0.01,
    leastHoursBetween: 24,
    expiryMinutes: 10,
    noAnswerShare: 0.4,
  },
  quietHours: { from: '22:00', to: '07:00' },
  timeZone: 'Asia/Shanghai',
};
