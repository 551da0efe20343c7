import type { Intent } from '../../domain/intent.ts';
import { correctsLoad } from './corrected-load.ts';
import { documentAsked, payLinkAsked } from './document-words.ts';
import { loadInWords } from './load-in-words.ts';

/**
 * Questions about money that have no intent of their own and whose words say themselves what they want: what something
 * would cost to run, what comes of not paying, more time to pay, when the next tier is reached.
 */
export const MONEY_ASKED = ['cost', 'arrears', 'payment_plan', 'tier_ahead', 'bill_document', 'pay_link'] as const;
export type MoneyAsked = (typeof MONEY_ASKED)[number];

/** The intent that each counts as, at the desk and in figures. */
export const INTENT_OF_ASKED: Readonly<Record<MoneyAsked, Intent>> = {
  cost: 'ask_tariff',
  arrears: 'ask_late_fee',
  payment_plan: 'ask_late_fee',
  tier_ahead: 'ask_saving_tips',
  bill_document: 'ask_bill',
  pay_link: 'ask_payment_methods',
};

/** `whatIf`: what was last asked the cost of, with what has been corrected since. */
export function moneyAsked(said: string, whatIf: string | null = null): MoneyAsked | null {
  const text = said.normalize('NFKC').toLowerCase();
  if (documentAsked(said) !== null) return 'bill_document';
  if (PAYMENT_PLAN.test(text)) return 'payment_plan';
  if (ARREARS.test(text) && !HAPPENED.test(text)) return 'arrears';
  if (TIER_AHEAD.test(text)) return 'tier_ahead';
  if (payLinkAsked(said)) return 'pay_link';
  return loadInWords(said) !== null || correctsLoad(whatIf, said) ? 'cost' : null;
}

const PAYMENT_PLAN =
  /分期|(?:缓|緩|宽限|寬限|延期|迟几天|遲幾天|晚几天|晚幾天)(?:交|缴|繳|付|几天|幾天)|(?:过几天|過幾天|下周|下週|下星期|下个月|下個月|月底|发工资|發工資|发薪|發薪|出粮|出糧).{0,8}(?:才能|才有钱|才有錢|再|才可以|先至)(?:交|缴|繳|付|俾)|先交一部分|\binstal?ments?\b|payment plan|more time to pay|\bpay(?:ment)? (?:it |this |the bill )?(?:later|in parts)|promise to pay|\bonly (?:be able to )?pay (?:it |the bill )?(?:on|by|next|after|in)\b|extension (?:on|of|for) (?:my|the) (?:bill|payment)/u;
const ARREARS =
  /(?:不交|没交|沒交|未交|不缴|不繳|欠费|欠費|逾期|拖欠|晚交|迟交|遲交).{0,12}(?:会|會|要|几天|幾天|多久|什么时候|什麼時候|几时|幾時).{0,8}(?:停电|停電|断电|斷電|停我|拉闸|拉閘)|\b(?:will|would|when|can|could|how long|going to).{0,30}\b(?:cut (?:me|us|my \w+) off|cut off my|disconnect(?:ed|ion)?\b)/u;
/** Somebody who is cut off already wants something else. */
const HAPPENED = /已经停|已經停|停了|reconnect|restore|\b(?:was|were|been|got) (?:cut off|disconnected)|back on/u;
const TIER =
  '(?:第?[二三四234](?:档|檔|阶梯|階梯)|下一(?:档|檔)|阶梯[二三四234]|tier (?:[234]|two|three|four)|(?:second|third|next|higher) tier)';
const TIER_AHEAD = new RegExp(
  `(?:什么时候|什麼時候|何时|何時|几时|幾時|哪天|哪一天|几号|幾號|会不会|會不會|when|will i|how soon|what day).{0,24}${TIER}|${TIER}.{0,12}(?:什么时候|什麼時候|哪天|几号|幾號|when|begin|start)`,
  'u',
);
