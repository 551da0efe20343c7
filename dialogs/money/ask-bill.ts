import type { AccountFacts, BillFacts } from '../../domain/billing/billing-source.ts';
import { monthsBefore } from '../../domain/billing/usage-history.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { namedPeriod } from '../../nlu/periods/named-period.ts';
import type { Heard } from '../heard.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { billCard } from './bill-card.ts';
import { documentOffers } from './document-offers.ts';
import { payLinkOffers } from './pay-now.ts';
import { withPicture } from './with-picture.ts';
import { withoutTakenBack } from './without-taken-back.ts';

export const ASK_BILL = 'ask_bill';

/** A bill with its lines and the usage of a year: the month that was named, else the latest. */
export const askBill: AccountQuestion = {
  id: ASK_BILL,
  keep: namedIn,
  again: { kind: 'intent', intent: 'ask_bill' },
  async answer(turn, { account, bills }, period) {
    const bill = bills.find((one) => one.period === period) ?? bills[0];
    if (!bill) {
      await turn.say({ text: turn.words.bill.none });
      return;
    }
    turn.memory.shownBill = bill.period;
    const other = period !== null && period !== bill.period ? [insteadOf(turn, period, bill)] : [];
    await turn.say({
      text: [...other, ...sentences(turn, bill, bills)].join('\n'),
      card: await withPicture(turn, billCard(turn, { account, bill, bills }), { account, bill }),
      offers: offersFor(turn, account, bill),
    });
  },
};

/** The month that a message names. */
export function namedIn({
  heard,
  now,
  services,
}: Pick<Turn, 'now' | 'services'> & { readonly heard: Pick<Heard, 'text' | 'understanding'> }): string | null {
  const { month } = heard.understanding.slots;
  const today = localTimeOf(now, services.profile.timeZone).date;
  const meant = withoutTakenBack(heard.text);
  const named = month === undefined || !meant.includes(month) ? null : namedPeriod(month, today);
  return named ?? namedPeriod(meant, today);
}

/** That there is no bill of a month, and which one follows. */
export function insteadOf({ words, services }: Turn, period: string, latest: BillFacts): string {
  const { bill, common } = words;
  const month = common.month(period);
  return period > latest.period ? bill.notYet(month, services.profile.billing.issueDay) : bill.notThere(month);
}

function sentences({ words, services, now }: Turn, bill: BillFacts, bills: readonly BillFacts[]): string[] {
  const { common } = words;
  const yearBefore = bills.find(({ period }) => period === monthsBefore(bill.period, 12));
  const month = common.month(bill.period);
  return [
    words.bill.summary({ month, kwh: bill.kwh, sum: common.sum(bill.amountFen) }),
    ...(yearBefore ? [comparison(words.bill, bill.kwh - yearBefore.kwh)] : []),
    paidWords({ words, services, now }, bill),
  ];
}

function comparison({ more, less, same }: Turn['words']['bill'], kwh: number): string {
  if (kwh === 0) return same;
  return kwh > 0 ? more(kwh) : less(-kwh);
}

function paidWords({ words, services, now }: Pick<Turn, 'words' | 'services' | 'now'>, bill: BillFacts): string {
  const left = bill.amountFen - bill.paidFen;
  if (left <= 0) return words.bill.paid;
  const due = words.common.date(localTimeOf(bill.dueAt, services.profile.timeZone).date);
  return (now > bill.dueAt ? words.bill.overdue : words.bill.unpaid)(words.common.sum(left), due);
}

function offersFor(turn: Turn, account: AccountFacts, bill: BillFacts): Offer[] {
  const { words } = turn;
  const { offers } = words.balance;
  const intent = (label: string, meant: 'ask_balance' | 'ask_payment_methods' | 'dispute_bill'): Offer => ({
    label,
    meaning: { kind: 'intent', intent: meant },
  });
  const unpaid = bill.amountFen > bill.paidFen || account.state === 'disconnected';
  return [
    ...(unpaid ? [...payLinkOffers(turn), intent(offers.methods, 'ask_payment_methods')] : []),
    ...documentOffers(turn),
    intent(offers.balance, 'ask_balance'),
    intent(words.intents.dispute_bill ?? '', 'dispute_bill'),
  ];
}
