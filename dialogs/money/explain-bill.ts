import type { AccountFacts, Bill } from '../../domain/billing/billing-source.ts';
import {
  type Comparison,
  compareBills,
  type Yardstick,
  yardstickOf,
} from '../../domain/billing/explain/compare-bills.ts';
import type { UtilityProfile } from '../../domain/utility-profile.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { insteadOf, namedIn } from './ask-bill.ts';
import { comparisonCard } from './comparison-card.ts';
import { checksFor, comparisonWords } from './comparison-words.ts';
import { yardsticksIn } from './money-words.ts';

export const EXPLAIN_BILL = 'explain_bill';

/** Why a bill is as high as it is: set against the month before and the same month a year before, and what can be checked. */
export const explainABill: AccountQuestion = {
  id: EXPLAIN_BILL,
  again: { kind: 'intent', intent: 'dispute_bill' },
  keep(turn) {
    const { month, year } = yardsticksIn(turn.heard.text);
    return [namedIn(turn) ?? '', ...(month ? ['month_before'] : []), ...(year ? ['year_before'] : [])].join(' ');
  },
  async answer(turn, { account, bills }, kept) {
    const [period = '', ...wanted] = (kept ?? '').split(' ');
    const bill = bills.find((one) => one.period === period) ?? bills[0];
    if (!bill) {
      await turn.say({ text: turn.words.bill.none });
      return;
    }
    const yardsticks = ALL.filter((yardstick) => wanted.length === 0 || wanted.includes(yardstick));
    const comparisons = comparisonsOf(turn, { account, bill, bills }, yardsticks);
    turn.memory.explained = bill.period;
    if (period !== '' && period !== bill.period) await turn.say({ text: insteadOf(turn, period, bill) });
    if (comparisons.length === 0) {
      const { noneBefore, noneAtAll } = turn.words.money.explain;
      const [only] = yardsticks.length === 1 ? yardsticks : [];
      const month = only && turn.words.common.month(yardstickOf(bill.period, only));
      await turn.say({ text: month ? noneBefore(month) : noneAtAll, offers: offersFor(turn) });
      return;
    }
    for (const comparison of comparisons) {
      await turn.say({ text: comparisonWords(turn, comparison), card: comparisonCard(turn, comparison) });
    }
    await turn.say({ text: checksFor(turn, comparisons, bill), offers: offersFor(turn) });
  },
};

const ALL: readonly Yardstick[] = ['month_before', 'year_before'];

export interface BillInHistory {
  readonly account: AccountFacts;
  readonly bill: Bill;
  /** All that are known. */
  readonly bills: readonly Bill[];
}

/** A bill set against those earlier ones that are there. */
export function comparisonsOf(
  { services }: { readonly services: { readonly profile: UtilityProfile } },
  { account, bill, bills }: BillInHistory,
  yardsticks: readonly Yardstick[] = ALL,
): Comparison[] {
  const { profile } = services;
  const found: Comparison[] = [];
  for (const yardstick of yardsticks) {
    const before = bills.find(({ period }) => period === yardstickOf(bill.period, yardstick));
    if (!before) continue;
    const pair = { before: { bill: before, lines: before.lines }, now: { bill, lines: bill.lines } };
    found.push(compareBills({ profile, account, bills }, yardstick, pair));
  }
  return found;
}

function offersFor({ words }: Turn): Offer[] {
  return [
    {
      label: words.money.explain.offers.check,
      meaning: { kind: 'intent', intent: 'dispute_bill', matter: 'file_dispute' },
    },
    { label: words.balance.offers.bill, meaning: { kind: 'intent', intent: 'ask_bill' } },
    { label: words.common.person, meaning: { kind: 'intent', intent: 'talk_to_agent' } },
  ];
}
