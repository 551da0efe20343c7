import { type Balance, balanceOn, type OwedItem } from '../../domain/billing/balance.ts';
import type { AccountFacts } from '../../domain/billing/billing-source.ts';
import { decimalOf, formatDecimal, multiplyDecimals, parseDecimal } from '../../domain/billing/decimal.ts';
import { disconnectionOn, reconnectionBy } from '../../domain/billing/disconnection.ts';
import type { LateFeeRule } from '../../domain/billing/late-fee.ts';
import { lateFeeRuleOf } from '../../domain/billing/late-fee-rule-of.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import type { CardOf } from '../../web/protocol/card.ts';
import { masked } from '../masked.ts';
import type { Offer } from '../offer.ts';
import { shortTime } from '../short-time.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { payOffers } from './ask-balance.ts';

export const ASK_ARREARS = 'ask_arrears';

/** What is owed and how the late fee came about, what may follow and when, and what can be done. */
export const askArrears: AccountQuestion = {
  id: ASK_ARREARS,
  keep: () => null,
  again: { kind: 'intent', intent: 'ask_late_fee', matter: 'arrears' },
  async answer(turn, { account, bills, payments }) {
    const { services, now, words } = turn;
    const { profile } = services;
    const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
    const rule = lateFeeRuleOf(profile, account.tariff);
    const open = bills.map((bill) => ({ ...bill, dueDate: dateOf(bill.dueAt) }));
    const owed = balanceOn(dateOf(now), open, rule);
    const [paid] = payments;
    const isCut = account.state === 'disconnected';
    const backBy = reconnectionBy(owed, {
      isCut,
      paidAt: paid?.at ?? null,
      hours: profile.standards.reconnectionHours.value,
    });
    const text = [
      owed.items.length === 0
        ? words.balance.nothing(masked(account.number))
        : words.balance.total(masked(account.number), words.common.sum(owed.totalFen)),
      ...(owed.nextDueDate ? [words.balance.due(words.common.date(owed.nextDueDate))] : []),
      ...(backBy === null ? [] : [words.money.arrears.backBy(shortTime(backBy, profile.timeZone))]),
      ...stageWords(turn, owed, { date: dateOf(now), isCut: isCut && backBy === null }),
    ].join('\n');
    await turn.say({
      text,
      ...(owed.items.length > 0 ? { card: arrearsCard(turn, { account, owed, rule }) } : {}),
      offers: offersFor(turn, account, owed),
    });
  },
};

/** When anybody may be cut off, for whoever has not said who they are. */
export async function answerDisconnection(turn: Turn): Promise<boolean> {
  const { words, services } = turn;
  const { arrears } = words.money;
  await turn.say({
    text: [ruleWords(turn), arrears.back(services.profile.standards.reconnectionHours.value)].join('\n'),
    offers: [
      { label: arrears.offers.mine, meaning: { kind: 'intent', intent: 'ask_late_fee', matter: 'arrears' } },
      { label: words.balance.offers.methods, meaning: { kind: 'intent', intent: 'ask_payment_methods' } },
      { label: arrears.offers.plan, meaning: { kind: 'intent', intent: 'ask_late_fee', matter: 'payment_plan' } },
    ],
  });
  return true;
}

function ruleWords({ words, services }: Turn): string {
  const { overdueDays, noticeDays, finalNoticeMinutes } = services.profile.billing.disconnection;
  return words.money.arrears.rule({
    overdueDays: overdueDays.value,
    noticeFrom: noticeDays.from,
    noticeTo: noticeDays.to,
    minutes: finalNoticeMinutes.value,
  });
}

function stageWords(turn: Turn, owed: Balance, { date, isCut }: { date: string; isCut: boolean }): string[] {
  const { words, services } = turn;
  const { arrears } = words.money;
  const { disconnection } = services.profile.billing;
  const stage = disconnectionOn(date, owed, { terms: disconnection, isCut });
  const rule = ruleWords(turn);
  switch (stage.stage) {
    case 'none':
      return owed.items.length > 0 ? [rule] : [];
    case 'overdue':
      return [arrears.notBefore(words.common.date(stage.from), stage.daysLeft), rule];
    case 'may_be_cut':
      return [arrears.mayBeCut(words.common.date(stage.since)), rule];
    case 'cut':
      return [words.balance.disconnected(services.profile.standards.reconnectionHours.value)];
  }
}

interface ArrearsParts {
  readonly account: AccountFacts;
  readonly owed: Balance;
  readonly rule: LateFeeRule;
}

function arrearsCard({ words }: Turn, { account, owed, rule }: ArrearsParts): CardOf<'bill'> {
  const { balance, common, money } = words;
  const feeLine = (item: OwedItem) => ({
    label: money.arrears.feeOf(common.month(item.period)),
    amount: common.sum(item.lateFeeFen),
    note: feeNote(words, item, rule),
  });
  return {
    kind: 'bill',
    title: balance.title,
    total: common.sum(owed.totalFen),
    facts: [
      { label: balance.labels.account, value: masked(account.number) },
      { label: balance.labels.address, value: account.address },
    ],
    lines: owed.items.flatMap((item) => [
      {
        label: balance.item(common.month(item.period)),
        amount: common.sum(item.owedFen),
        note: money.arrears.dueOn(common.date(item.dueDate)),
      },
      ...(item.daysOverdue > 0 ? [feeLine(item)] : []),
    ]),
    actions: [],
  };
}

/** "¥160.58 × 4 days × 0.1% a day": days within the year of the debt and beyond it each with their rate. */
function feeNote({ common, money }: Turn['words'], item: OwedItem, { perDay, perDayBeyondYear }: LateFeeRule): string {
  const { times } = money.arrears;
  const owed = common.sum(item.owedFen);
  const beyond = item.daysBeyondYear > 0 ? [times(owed, item.daysBeyondYear, percent(perDayBeyondYear ?? perDay))] : [];
  return [...(item.daysInYear > 0 ? [times(owed, item.daysInYear, percent(perDay))] : []), ...beyond].join(' + ');
}

function percent(share: string): string {
  return `${formatDecimal(multiplyDecimals(parseDecimal(share), decimalOf(100)), 0)}%`;
}

function offersFor(turn: Turn, account: AccountFacts, owed: Balance): Offer[] {
  if (owed.items.length === 0 && account.state === 'active') {
    return [{ label: turn.words.balance.offers.bill, meaning: { kind: 'intent', intent: 'ask_bill' } }];
  }
  const plan: Offer = {
    label: turn.words.money.arrears.offers.plan,
    meaning: { kind: 'intent', intent: 'ask_late_fee', matter: 'payment_plan' },
  };
  return [...payOffers(turn, account), ...(owed.items.length > 0 ? [plan] : [])];
}
