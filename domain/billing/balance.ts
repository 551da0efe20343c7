import { type LateFeeRule, lateFee } from './late-fee.ts';

export interface OpenItem {
  /** YYYY-MM. */
  readonly period: string;
  readonly amountFen: number;
  readonly paidFen: number;
  /** The last day to pay, local, YYYY-MM-DD. */
  readonly dueDate: string;
}

export interface OwedItem {
  readonly period: string;
  readonly dueDate: string;
  /** What is left of the bill, without late fee. */
  readonly owedFen: number;
  /** 0 up to the due date; within the year of the due date, and beyond it. */
  readonly daysOverdue: number;
  readonly daysInYear: number;
  readonly daysBeyondYear: number;
  /** Run up to the day asked for, not yet billed. */
  readonly lateFeeFen: number;
}

/** What an account owes on a day: items add up to the sums. */
export interface Balance {
  /** Bills not fully paid, oldest first. */
  readonly items: readonly OwedItem[];
  readonly owedFen: number;
  readonly overdueFen: number;
  readonly lateFeeFen: number;
  /** Owed and late fee together: what settles the account that day. */
  readonly totalFen: number;
  /** The earliest due date that has not passed, or null. */
  readonly nextDueDate: string | null;
}

/** The balance of an account on a local date; the late fee runs on what is left of each bill, as `lateFee` has it. */
export function balanceOn(date: string, bills: readonly OpenItem[], rule: LateFeeRule): Balance {
  const items = bills
    .filter(({ amountFen, paidFen }) => amountFen > paidFen)
    .toSorted((a, b) => (a.period < b.period ? -1 : 1))
    .map((bill) => owedItem(date, bill, rule));
  const owedFen = sum(items, ({ owedFen: fen }) => fen);
  const lateFeeFen = sum(items, ({ lateFeeFen: fen }) => fen);
  return {
    items,
    owedFen,
    overdueFen: sum(items, ({ owedFen: fen, daysOverdue }) => (daysOverdue > 0 ? fen : 0)),
    lateFeeFen,
    totalFen: owedFen + lateFeeFen,
    nextDueDate:
      items
        .map(({ dueDate }) => dueDate)
        .filter((due) => due >= date)
        .sort()[0] ?? null,
  };
}

function owedItem(date: string, { period, amountFen, paidFen, dueDate }: OpenItem, rule: LateFeeRule): OwedItem {
  const owedFen = amountFen - paidFen;
  const fee = lateFee(rule, { amountFen: owedFen, dueDate, onDate: date });
  const { daysInYear, daysBeyondYear } = fee;
  const daysOverdue = daysInYear + daysBeyondYear;
  return { period, dueDate, owedFen, daysOverdue, daysInYear, daysBeyondYear, lateFeeFen: fee.amountFen };
}

function sum(items: readonly OwedItem[], fen: (item: OwedItem) => number): number {
  return items.reduce((total, item) => total + fen(item), 0);
}
