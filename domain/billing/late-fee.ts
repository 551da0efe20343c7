import { addDecimals, decimalOf, multiplyDecimals, parseDecimal, roundDecimal } from './decimal.ts';

/** Shares of the debt a day, exact decimals: "0.001" is 0.1 %. */
export interface LateFeeRule {
  readonly perDay: string;
  /** From 1 January of the year after the debt fell due; where absent, `perDay` goes on. */
  readonly perDayBeyondYear?: string;
}

export interface LateFee {
  /** Days after the due date within its year, and beyond it. */
  readonly daysInYear: number;
  readonly daysBeyondYear: number;
  readonly amountFen: number;
}

/**
 * The late fee on a debt, from the day after `dueDate` to `onDate`, that day included; dates are local, YYYY-MM-DD.
 * Rounded once, over all days, to the fen, a half upwards. Nothing is due before or on the due date.
 * Source of the shape: the national rules on electricity supply (0.1 % residential; 0.2 % others within the year,
 * 0.3 % beyond it).
 */
export function lateFee(rule: LateFeeRule, debt: { amountFen: number; dueDate: string; onDate: string }): LateFee {
  const due = dayNumber(debt.dueDate);
  const days = Math.max(0, dayNumber(debt.onDate) - due);
  const daysLeftInYear = dayNumber(`${debt.dueDate.slice(0, 4)}-12-31`) - due;
  const daysInYear = Math.min(days, daysLeftInYear);
  const daysBeyondYear = days - daysInYear;
  const share = addDecimals(
    multiplyDecimals(parseDecimal(rule.perDay), decimalOf(daysInYear)),
    multiplyDecimals(parseDecimal(rule.perDayBeyondYear ?? rule.perDay), decimalOf(daysBeyondYear)),
  );
  const amountFen = roundDecimal(multiplyDecimals(share, decimalOf(Math.max(0, debt.amountFen))));
  return { daysInYear, daysBeyondYear, amountFen };
}

const DAY = 86_400_000;

function dayNumber(date: string): number {
  const at = Date.parse(`${date}T00:00:00Z`);
  if (Number.isNaN(at)) throw new RangeError(`not a date: "${date}"`);
  return at / DAY;
}
