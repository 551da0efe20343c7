import { type Fraction, fraction, fractionOf, minus, NOTHING, times } from '../fraction.ts';
import { monthsBefore } from '../usage-history.ts';

export interface ReadMonth {
  /** YYYY-MM. */
  readonly period: string;
  readonly days: number;
  readonly kwh: number;
  /** The reading at its end was estimated. */
  readonly estimated: boolean;
}

/**
 * How many of the kWh billed in each month belong to its neighbours, because readings between them were estimated: months
 * whose end was estimated, and the first one after them that was read, are measured only together. Their kWh are taken to
 * have been used as in the same months a year earlier, where all of these are known, else evenly by days; what a month was
 * billed beyond that is its shift. Shifts of one run add up to nothing. `months` oldest first, without gaps.
 */
export function estimateShifts(months: readonly ReadMonth[]): Map<string, Fraction> {
  const known = new Map(months.map((month) => [month.period, month]));
  const shifts = new Map<string, Fraction>();
  let run: ReadMonth[] = [];
  for (const month of months) {
    run.push(month);
    if (month.estimated) continue;
    if (run.length > 1) for (const [period, shift] of shiftsOf(run, known)) shifts.set(period, shift);
    run = [];
  }
  return shifts;
}

function shiftsOf(run: readonly ReadMonth[], known: ReadonlyMap<string, ReadMonth>): [string, Fraction][] {
  const together = run.reduce((sum, { kwh }) => sum + kwh, 0);
  const weights = weightsOf(run, known);
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  return run.map(({ period, kwh }, index) => {
    const due = times(fractionOf(together), fraction(BigInt(weights[index] ?? 0), BigInt(all)));
    return [period, minus(fractionOf(kwh), all === 0 ? NOTHING : due)];
  });
}

function weightsOf(run: readonly ReadMonth[], known: ReadonlyMap<string, ReadMonth>): number[] {
  const yearBefore = run.map(({ period }) => known.get(monthsBefore(period, 12)));
  const kwh = yearBefore.map((month) => (month && !month.estimated ? month.kwh : null));
  const all = kwh.every((one) => one !== null) ? kwh.reduce((sum: number, one) => sum + (one ?? 0), 0) : 0;
  return all > 0 ? kwh.map((one) => one ?? 0) : run.map(({ days }) => Math.max(1, days));
}
