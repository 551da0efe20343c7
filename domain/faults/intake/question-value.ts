import { believeClass, type Evidence } from './believe-class.ts';
import { LINKS, type Link, linkTable, type PerLink } from './failed-link.ts';
import { LIKELIHOODS, PRIORS } from './sign-likelihoods.ts';
import { SIGN_NAMES, SIGNS, type Sign, signsWith } from './signs.ts';

/** What can be done with a report next. */
export const ACTIONS = [
  'self_check',
  'low_voltage_crew',
  'feeder_crew',
  'meter_crew',
  'quality_visit',
  'refer',
] as const;
export type Action = (typeof ACTIONS)[number];

/**
 * Minutes lost by doing this where that has failed. Estimates, by this reasoning: a journey for nothing is reckoned as the
 * urban standard for arrival, 45 min, and as less where those who come can help all the same; a feeder's customers all wait
 * for the right crew; a self-check takes ten minutes, and in vain the crew comes half an hour later and is trusted less;
 * to turn a fault of the utility's own away is the worst.
 */
export const MINUTES_LOST: Readonly<Record<Action, PerLink>> = {
  self_check: linkTable({ customer_switch: 10, customer_wiring: 30, high_voltage: 60 }, 35),
  low_voltage_crew: linkTable(
    { low_voltage: 0, customer_wiring: 30, high_voltage: 60, metering: 30, power_quality: 10 },
    45,
  ),
  feeder_crew: linkTable({ high_voltage: 0, low_voltage: 40, power_quality: 40 }, 60),
  meter_crew: linkTable({ metering: 0, low_voltage: 40, high_voltage: 90, power_quality: 30 }, 45),
  quality_visit: linkTable({ power_quality: 0, low_voltage: 25, high_voltage: 60 }, 45),
  refer: linkTable({ non_utility: 0, customer_switch: 60, customer_wiring: 40 }, 90),
};

/** What a grade too low costs: a street that waits behind single homes. */
const MINUTES_OF_A_GRADE = 20;

/** What it takes to answer: a look out of the window, or the way to the switch or the meter in the dark. */
const MINUTES_TO_ANSWER: Readonly<Record<Sign, number>> = { neighbours: 1, extent: 1, breaker: 2, meter: 3 };

/** A question that saves less, on average, is not worth a customer's patience. */
const LEAST_SAVED = 1;

export interface QuestionValue {
  readonly sign: Sign;
  /** Minutes that the answer saves on average, less those it takes. */
  readonly minutes: number;
}

/** What it is best to do as far as is known, and how many minutes that loses on average. */
export function bestAction(links: PerLink): { readonly action: Action; readonly minutes: number } {
  const expected = (action: Action) => LINKS.reduce((sum, link) => sum + links[link] * MINUTES_LOST[action][link], 0);
  return ACTIONS.map((action) => ({ action, minutes: expected(action) })).reduce((best, one) =>
    one.minutes < best.minutes ? one : best,
  );
}

/**
 * The signs not yet known, by what asking for each is worth: the expected value of its information (Raiffa and Schlaifer
 * 1961) for the choice of what to do and for the grade. The best first; what is not worth its trouble is left out.
 */
export function worthAsking(evidence: Evidence, priors: PerLink = PRIORS): QuestionValue[] {
  const known = signsWith(evidence.signs, evidence.facts);
  return SIGN_NAMES.filter((sign) => known[sign] === undefined)
    .map((sign) => ({ sign, minutes: worthOf(sign, evidence, priors) }))
    .filter(({ minutes }) => minutes > LEAST_SAVED)
    .sort((left, right) => right.minutes - left.minutes);
}

function worthOf(sign: Sign, evidence: Evidence, priors: PerLink): number {
  const { links } = believeClass(evidence, priors);
  const table: Readonly<Record<Link, Readonly<Record<string, number>>>> = LIKELIHOODS[sign];
  const answers = SIGNS[sign].map((shown) => {
    const chance = LINKS.reduce((sum, link) => sum + links[link] * (table[link][shown] ?? 0), 0);
    const then = believeClass({ ...evidence, signs: { ...evidence.signs, [sign]: shown } }, priors);
    return { shown, chance, minutes: bestAction(then.links).minutes };
  });
  const afterwards = answers.reduce((sum, { chance, minutes }) => sum + chance * minutes, 0);
  const graver = answers.filter(({ shown }) => evidence.facts.no_power && (shown === 'street' || shown === 'area'));
  const grade = graver.reduce((sum, { chance }) => sum + chance * MINUTES_OF_A_GRADE, 0);
  return bestAction(links).minutes - afterwards + grade - MINUTES_TO_ANSWER[sign];
}
