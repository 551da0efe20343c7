import { type Balance, balanceOn } from '../../domain/billing/balance.ts';
import type { BillingRecord } from '../../domain/billing/billing-source.ts';
import { lateFeeRuleOf } from '../../domain/billing/late-fee-rule-of.ts';
import { localTimeOf } from '../../domain/local-time.ts';
import { masked } from '../masked.ts';
import type { Offer } from '../offer.ts';
import type { Turn } from '../turn.ts';
import type { AccountQuestion } from './account-dialog.ts';
import { momentInWords } from './billing-words.ts';

export const PAY_NOW = 'pay_now';
const PAY_LINK = { kind: 'intent', intent: 'ask_payment_methods', matter: 'pay_link' } as const;

/** A link to the utility's own page, for what is owed at this moment. Nothing is paid in the chat. */
export const payNow: AccountQuestion = {
  id: PAY_NOW,
  keep: () => null,
  again: PAY_LINK,
  // What was owed when the system spoke last may have been paid since: nobody is to pay twice.
  async withoutSystem(turn) {
    await turn.say({
      text: turn.words.documents.pay.notNow,
      offers: [{ label: turn.words.money.system.again, meaning: PAY_LINK }],
    });
  },
  async answer(turn, record) {
    const { words, services } = turn;
    const { pay } = words.documents;
    const owed = owedNow(turn, record);
    if (owed.totalFen <= 0) {
      await turn.say({
        text: pay.nothing(masked(record.account.number)),
        offers: [{ label: words.balance.offers.bill, meaning: { kind: 'intent', intent: 'ask_bill' } }],
      });
    } else if (services.links.pay === null) {
      await turn.say({ text: pay.without });
      await answerPayMethods(turn);
    } else {
      await sayLink(turn, record, owed);
    }
  },
};

/** How one can pay, in the utility's words, and the ways that are near. */
export async function answerPayMethods(turn: Turn): Promise<boolean> {
  const { services, words, language } = turn;
  const text = await services.content.answer('ask_payment_methods', language);
  if (text === null) return false;
  await turn.say({
    text,
    offers: [
      ...payLinkOffers(turn),
      { label: words.balance.offers.where, meaning: { kind: 'intent', intent: 'find_payment_location' } },
    ],
  });
  return true;
}

/** The link can be asked for, where there is a page that it leads to. */
export function payLinkOffers({ services, words }: Pick<Turn, 'services' | 'words'>): Offer[] {
  if (services.links.pay === null) return [];
  return [{ label: words.documents.pay.offer, meaning: PAY_LINK }];
}

function owedNow({ services, now }: Turn, { account, bills }: BillingRecord): Balance {
  const { profile } = services;
  const dateOf = (at: number) => localTimeOf(at, profile.timeZone).date;
  const open = bills.map((bill) => ({ ...bill, dueDate: dateOf(bill.dueAt) }));
  return balanceOn(dateOf(now), open, lateFeeRuleOf(profile, account.tariff));
}

async function sayLink(turn: Turn, { account }: BillingRecord, owed: Balance): Promise<void> {
  const { services, words, work, now } = turn;
  const { totalFen: amountFen, overdueFen, lateFeeFen } = owed;
  const { pay } = words.documents;
  const link = await services.links.pay?.link({ accountNumber: account.number, amountFen });
  if (!link) return;
  const sum = words.common.sum(amountFen);
  const number = masked(account.number);
  work.add(
    services.audit.add({
      ...{ id: work.newId(), at: now, actor: 'customer', action: 'pay_link.handed_out' },
      subject: `conversation:${work.conversation.id}`,
      detail: { account: number, amountFen, expiresAt: link.expiresAt },
    }),
  );
  const ready = pay.ready(sum, Math.round((link.expiresAt - now) / 60_000));
  // The bill says less: what comes on top is named.
  const fee = lateFeeFen > 0 ? [words.balance.overdue(words.common.sum(overdueFen), words.common.sum(lateFeeFen))] : [];
  await turn.say({
    text: [ready, ...fee].join('\n'),
    card: {
      kind: 'bill',
      title: pay.title,
      total: sum,
      facts: [
        { label: pay.labels.account, value: number },
        { label: pay.labels.until, value: momentInWords(turn, link.expiresAt) },
      ],
      lines: [],
      actions: [{ type: 'open', label: pay.open, url: link.url }],
    },
    offers: [{ label: words.balance.offers.methods, meaning: { kind: 'intent', intent: 'ask_payment_methods' } }],
  });
}
