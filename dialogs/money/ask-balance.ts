import { type Balance, balanceOn } from '../../domain/billing/balance.ts';
import type { AccountFacts, PaymentFacts } from '../../domain/billing/billing-source.ts';
import { lateFeeRuleOf } from '../../domain/billing/late-fee-rule-of.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import { masked } from '../masked.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { payLinkOffers } from './pay-now.ts';

export const ASK_BALANCE = 'ask_balance';

/** What is owed today, late fee included, by when, and how to pay it. */
export const askBalance: AccountQuestion = {
  id: ASK_BALANCE,
  keep: () => null,
  again: { kind: 'intent', intent: 'ask_balance' },
  async answer(turn, { account, bills, payments }) {
    const { services, now } = turn;
    const { profile } = services;
    const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
    const open = bills.map((bill) => ({ ...bill, dueDate: dateOf(bill.dueAt) }));
    const balance = balanceOn(dateOf(now), open, lateFeeRuleOf(profile, account.tariff));
    if (balance.items.length === 0) return sayNothingOwed(turn, account, payments);
    await turn.say({
      text: sentences(turn, account, balance).join('\n'),
      card: cardOf(turn, account, balance),
      offers: payOffers(turn, account),
    });
  },
};

async function sayNothingOwed(turn: Turn, account: AccountFacts, [paid]: readonly PaymentFacts[]): Promise<void> {
  const { words, services } = turn;
  const { balance, common } = words;
  const date = paid && common.date(localTimeOf(paid.at, services.profile.timeZone).date);
  const text = [
    balance.nothing(masked(account.number)),
    ...(paid && date ? [balance.lastPayment(date, common.sum(paid.amountFen))] : []),
  ];
  const offers: Offer[] = [{ label: balance.offers.bill, meaning: { kind: 'intent', intent: 'ask_bill' } }];
  await turn.say({ text: text.join('\n'), offers });
}

function sentences({ words, services }: Turn, account: AccountFacts, owed: Balance): string[] {
  const { balance, common } = words;
  const { reconnectionHours } = services.profile.standards;
  return [
    balance.total(masked(account.number), common.sum(owed.totalFen)),
    ...(owed.overdueFen > 0 ? [balance.overdue(common.sum(owed.overdueFen), common.sum(owed.lateFeeFen))] : []),
    ...(owed.nextDueDate ? [balance.due(common.date(owed.nextDueDate))] : []),
    ...(account.state === 'disconnected' ? [balance.disconnected(reconnectionHours.value)] : []),
  ];
}

function cardOf({ words }: Turn, account: AccountFacts, owed: Balance): CardOf<'bill'> {
  const { balance, common } = words;
  const { labels } = balance;
  const fact = (label: string, value: string | null) => (value === null ? [] : [{ label, value }]);
  return {
    kind: 'bill',
    title: balance.title,
    total: common.sum(owed.totalFen),
    facts: [
      ...fact(labels.account, masked(account.number)),
      ...fact(labels.address, account.address),
      ...fact(labels.due, owed.nextDueDate && common.date(owed.nextDueDate)),
      ...fact(labels.overdue, owed.overdueFen > 0 ? common.sum(owed.overdueFen) : null),
    ],
    lines: [
      ...owed.items.map(({ period, owedFen }) => ({
        label: balance.item(common.month(period)),
        amount: common.sum(owedFen),
      })),
      ...(owed.lateFeeFen > 0 ? [{ label: labels.lateFee, amount: common.sum(owed.lateFeeFen) }] : []),
    ],
    actions: [],
  };
}

/** How to settle it. */
export function payOffers(turn: Turn, account: AccountFacts): Offer[] {
  const { words } = turn;
  const { methods, where, bill, reconnect } = words.balance.offers;
  return [
    ...payLinkOffers(turn),
    { label: methods, meaning: { kind: 'intent', intent: 'ask_payment_methods' } },
    { label: where, meaning: { kind: 'intent', intent: 'find_payment_location' } },
    { label: bill, meaning: { kind: 'intent', intent: 'ask_bill' } },
    ...(account.state === 'disconnected'
      ? [{ label: reconnect, meaning: { kind: 'intent' as const, intent: 'request_reconnection' as const } }]
      : []),
  ];
}
