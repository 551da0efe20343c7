import { addDays } from '../local-time.ts';
import type { BillingTerms } from '../utility-profile.ts';
import type { Balance } from './balance.ts';

/**
 * Where an account stands on the way to being cut off: nothing overdue; overdue, and not to be cut before `from`; overdue so
 * long that it may be, after a demand and the notices; or cut off. Dates are local, YYYY-MM-DD.
 */
export type DisconnectionStage =
  | { readonly stage: 'none' }
  | { readonly stage: 'overdue'; readonly from: string; readonly daysLeft: number }
  | { readonly stage: 'may_be_cut'; readonly since: string }
  | { readonly stage: 'cut' };

/** The rule: no sooner than so many days after the last day to pay of the oldest bill that is still owed. */
export function disconnectionOn(
  date: string,
  { items }: Pick<Balance, 'items'>,
  { terms, isCut }: { terms: BillingTerms['disconnection']; isCut: boolean },
): DisconnectionStage {
  if (isCut) return { stage: 'cut' };
  const [oldest] = items
    .filter(({ daysOverdue }) => daysOverdue > 0)
    .toSorted((a, b) => (a.dueDate < b.dueDate ? -1 : 1));
  if (!oldest) return { stage: 'none' };
  const from = addDays(oldest.dueDate, terms.overdueDays.value + 1);
  const daysLeft = terms.overdueDays.value + 1 - oldest.daysOverdue;
  return daysLeft > 0 && date < from ? { stage: 'overdue', from, daysLeft } : { stage: 'may_be_cut', since: from };
}

/** When supply is to be back: so many hours after the payment that settled the account; null while something is owed, or nobody has paid. Milliseconds since 1970. */
export function reconnectionBy(
  { totalFen }: Pick<Balance, 'totalFen'>,
  { isCut, paidAt, hours }: { isCut: boolean; paidAt: number | null; hours: number },
): number | null {
  return isCut && totalFen === 0 && paidAt !== null ? paidAt + hours * 3_600_000 : null;
}
